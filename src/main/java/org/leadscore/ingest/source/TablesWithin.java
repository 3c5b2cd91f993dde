package org.leadscore.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.leadscore.ingest.archive.Density;
import org.leadscore.ingest.archive.Member;
import org.leadscore.ingest.archive.ZipArchive;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.workbook.Sheet;
import org.leadscore.ingest.workbook.Workbook;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Nearest;

/** Finds the tables within a file that is an archive or a workbook. */
public final class TablesWithin {

    private static final int MOST_NAMED = 5;
    private static final int HEADER = 1 << 16; // the most bytes of a header that are compared
    private static final List<String> TABLES = List.of(".csv", ".tsv", ".tab", ".psv");
    private static final String TEXT = ".txt"; // a table where there is no other
    private static final List<String> ARCHIVES =
            List.of(".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst", ".7z", ".rar", ".xlsx", ".xls", ".ods");

    private final Input file;
    private final Inside wanted;

    private TablesWithin(Input file, Inside wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /**
     * The tables within a file: of an archive the members that are wanted, of a workbook the sheet; the file itself when it
     * is neither.
     *
     * @throws InputException when it has none of them, or is damaged
     */
    static List<Input> of(Input file, Inside wanted) throws IOException {
        return isZip(file) ? new TablesWithin(file, wanted).tables() : List.of(file);
    }

    /** True for an archive; false also for what cannot be read, as that is told when it is opened. */
    private static boolean isZip(Input file) {
        if (!file.isRepeatable()) {
            return false;
        }
        try (InputStream in = file.openAt(0)) {
            return ZipArchive.isZip(in.readNBytes(4));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * The table of that very name within a file.
     *
     * @param inside the path of the member, or the name of the sheet
     */
    public static Input exactly(Input file, String inside) throws IOException {
        ZipArchive archive = PartInput.archive(file);
        TablesWithin tables = new TablesWithin(file, Inside.ANY);
        if (Workbook.isWorkbook(archive)) {
            return tables.sheet(sheet(Workbook.of(archive), inside)
                    .orElseThrow(() -> new InputException(file.name() + ": has no sheet '" + inside + "' any more")));
        }
        return tables.member(archive.member(inside)
                .orElseThrow(() -> new InputException(file.name() + ": has no file '" + inside + "' any more")));
    }

    private List<Input> tables() throws IOException {
        ZipArchive archive = PartInput.archive(file);
        refuseDocuments(archive);
        return Workbook.isWorkbook(archive) ? List.of(sheet(chosenSheet(Workbook.of(archive)))) : members(archive);
    }

    private void refuseDocuments(ZipArchive archive) {
        String advice = null;
        if (archive.member("mimetype").isPresent()
                && archive.member("content.xml").isPresent()) {
            advice = "this is an OpenDocument file; export the table as CSV, or save it as .xlsx";
        } else if (archive.member("xl/workbook.bin").isPresent()) {
            advice = "this is a binary Excel workbook; save it as .xlsx, or export it as CSV";
        } else if (archive.member("word/document.xml").isPresent()) {
            advice = "this is a Word document; export the table as CSV";
        } else if (archive.member("ppt/presentation.xml").isPresent()) {
            advice = "this is a PowerPoint presentation; export the table as CSV";
        } else if (archive.members().stream().anyMatch(member -> member.name().endsWith(".iwa"))
                || archive.member("Index.zip").isPresent()) {
            advice = "this is a Numbers or Pages document; export it as CSV or as an Excel workbook";
        }
        if (advice != null) {
            throw problem(": " + advice);
        }
    }

    private Sheet chosenSheet(Workbook book) {
        if (wanted.isForArchives()) {
            throw problem(": is a workbook; member is for zip archives, and sheet for workbooks");
        }
        List<Sheet> sheets = book.sheets();
        if (sheets.isEmpty()) {
            throw problem(": the workbook has no sheet with cells");
        }
        String name = wanted.sheet();
        if (name.isEmpty()) {
            return sheets.stream()
                    .filter(sheet -> !sheet.isHidden())
                    .findFirst()
                    .orElse(sheets.get(0));
        }
        List<String> names = sheets.stream().map(Sheet::name).toList();
        String near = Nearest.hint(name, names);
        return sheet(book, name)
                .orElseThrow(() -> problem(": has no sheet '" + name + "'"
                        + (near.isEmpty() ? "; it has " + Listing.of(names, MOST_NAMED) : near)));
    }

    private static Optional<Sheet> sheet(Workbook book, String name) {
        return book.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .or(() -> book.sheets().stream()
                        .filter(sheet -> Text.fold(sheet.name()).equals(Text.fold(name)))
                        .findFirst());
    }

    private List<Input> members(ZipArchive archive) throws IOException {
        if (wanted.isForWorkbooks()) {
            throw problem(": is a zip archive; sheet is for workbooks, and member for zip archives");
        }
        List<Member> all = archive.members().stream()
                .filter(member -> !member.isDirectory() && !member.isHidden())
                .sorted((a, b) -> Text.compareByCodePoint(a.name(), b.name()))
                .toList();
        if (all.isEmpty()) {
            throw problem(": the archive is empty");
        }
        List<Member> chosen = wanted.member().isEmpty() ? usual(archive, all) : matching(all);
        refuseTrap(chosen);
        List<Input> tables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Member member : chosen) {
            if (!names.add(member.name())) {
                throw problem(": the archive has two files of the name " + member.name() + "; unpack it");
            }
            tables.add(member(member));
        }
        return tables;
    }

    /** The tables of an archive of which nobody has said which are wanted. */
    private List<Member> usual(ZipArchive archive, List<Member> all) throws IOException {
        List<Member> tables = all.stream()
                .filter(member -> TABLES.stream().anyMatch(end -> lower(member).endsWith(end)))
                .toList();
        List<Member> found = !tables.isEmpty()
                ? tables
                : all.stream().filter(member -> lower(member).endsWith(TEXT)).toList();
        if (found.isEmpty()) {
            boolean isNested = all.stream().anyMatch(member -> ARCHIVES.stream().anyMatch(lower(member)::endsWith));
            throw problem(": no CSV file is in the archive, which has " + names(all)
                    + (isNested
                            ? "; an archive or a workbook within another is not read, so unpack it first"
                            : "; if one of them is a table, name it with member"));
        }
        Set<String> headers = new HashSet<>();
        for (Member table : found) {
            headers.add(firstLine(archive, table));
        }
        if (headers.size() > 1) {
            throw problem(": the archive has " + found.size() + " tables with different headers, " + names(found)
                    + "; choose among them with " + choice(found.get(0)));
        }
        return found;
    }

    private List<Member> matching(List<Member> all) {
        String glob = wanted.member();
        List<Member> same =
                all.stream().filter(member -> member.name().equals(glob)).toList();
        if (!same.isEmpty()) {
            return same;
        }
        List<Member> matching =
                all.stream().filter(member -> matches(member, glob)).toList();
        if (matching.isEmpty()) {
            String near = Nearest.hint(glob, all.stream().map(Member::name).toList());
            throw problem(": no file in the archive is, or matches, '" + glob + "'"
                    + (near.isEmpty() ? "; it has " + names(all) : near));
        }
        return matching;
    }

    /** True when the glob matches the path; one without directories, the name in any directory. */
    private boolean matches(Member member, String glob) {
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return matcher.matches(Path.of(glob.contains("/") ? member.name() : member.fileName()));
        } catch (PatternSyntaxException e) {
            throw problem(": '" + glob + "' is no pattern for the files in it");
        } catch (InvalidPathException noPathHere) {
            return false;
        }
    }

    /** Refuses members that together unpack to more than any table does; each alone is bounded while it is read. */
    private void refuseTrap(List<Member> chosen) {
        long unpacked = 0;
        for (Member member : chosen) {
            unpacked =
                    unpacked + Math.max(0, member.size()) < 0 ? Long.MAX_VALUE : unpacked + Math.max(0, member.size());
        }
        if (Density.isTrap(unpacked, file.size())) {
            throw problem(String.format(
                    Locale.ROOT,
                    ": the archive unpacks to more than %,d times its size, which is no table but a trap;"
                            + " if it is one, unpack it first",
                    Density.MOST_RATIO));
        }
    }

    private static String firstLine(ZipArchive archive, Member table) throws IOException {
        try (InputStream in = archive.open(table)) {
            String text = new String(in.readNBytes(HEADER), StandardCharsets.ISO_8859_1);
            return text.strip().lines().findFirst().orElse("");
        }
    }

    private String choice(Member first) {
        return wanted.fromCommandLine()
                ? "a name such as '" + file.name() + "!" + first.name() + "'"
                : "member, such as member: '" + first.name() + "'";
    }

    private static String lower(Member member) {
        return member.name().toLowerCase(Locale.ROOT);
    }

    private static String names(List<Member> members) {
        return Listing.of(members.stream().map(Member::name).toList(), MOST_NAMED);
    }

    private Input member(Member member) {
        return new PartInput(
                file,
                member.name(),
                member.size(),
                false,
                '.',
                (archive, decimal) -> archive.open(archive.member(member.name())
                        .orElseThrow(() -> new InputException(file.name() + ": has no file '" + member.name()
                                + "' any more; run again when nothing writes to it"))));
    }

    private Input sheet(Sheet sheet) {
        return new PartInput(file, sheet.name(), -1, true, '.', (archive, decimal) -> {
            Workbook book = Workbook.of(archive);
            return book.open(
                    sheet(book, sheet.name())
                            .orElseThrow(() -> new InputException(file.name() + ": has no sheet '" + sheet.name()
                                    + "' any more; run again when nothing writes to it")),
                    decimal);
        });
    }

    private InputException problem(String message) {
        return new InputException(file.name() + message);
    }
}
