package org.leadscore.ingest.table;

import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowHandler;
import org.leadscore.ingest.row.RowRules;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Location;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.Layout;

/**
 * The header and the first rows of a file of which nothing is known yet. The encoding is told from bytes that are not UTF-8,
 * the number of lines above the header from how many rows can be read.
 *
 * @param encoding null where the file can be read without a word about it
 * @param skip number of lines above the header
 * @param section the title of the table that is read, of several in the file; null where the file is one table
 * @param otherSections the titles of the others
 * @param places of the columns' names
 * @param rows stripped cells
 * @param rejects rows that cannot be read, of as much of the file as was looked at
 */
public record Preview(
        String name,
        @Nullable Charset encoding,
        int skip,
        @Nullable String section,
        List<String> otherSections,
        List<String> header,
        List<Location> places,
        List<List<String>> rows,
        List<Reject> rejects) {

    /** The most lines above a header; one further down would not be found by somebody who looks at the file either. */
    private static final int MOST_SKIPPED = 40;

    /** The most lines that name groups of columns. */
    private static final int MOST_GROUPS = 3;

    private static final int MOST_ROWS = 20_000;
    private static final int BYTES = 1 << 22;

    /** Number of bytes, about, of a look that only counts rows. */
    private static final int FEW_BYTES = 1 << 16;

    /** The encoding to try for files that are not UTF-8, the usual one of Windows. */
    private static final Charset OTHER = Charset.forName(RowRules.OTHER_ENCODING);

    private static final char UNDECODABLE = '\uFFFD';

    /** Words of titles of tables about leads. */
    private static final Pattern OF_LEADS = Pattern.compile(
            "(?iu)attendee|participant|registrant|contact|lead|guest|invitee|respondent|subscriber|member|customer|teilnehmer|asistente|inscrit|participante|partecipant|deelnemer");

    /** Words of titles of tables about those who hold a meeting. */
    private static final Pattern OF_STAFF = Pattern.compile(
            "(?iu)host|panelist|organi[sz]er|presenter|speaker|staff|moderator|veranstalter|anfitri|ponente|organisateur");

    public Preview {
        otherSections = List.copyOf(otherSections);
        header = List.copyOf(header);
        places = List.copyOf(places);
        rows = List.copyOf(rows);
        rejects = List.copyOf(rejects);
    }

    /**
     * Reads the beginning of a file that can be opened again.
     *
     * @throws InputException when it is no table
     */
    public static Preview of(Input input) {
        Look first = look(input, null, 0, FEW_BYTES);
        Charset encoding = first.undecodable > 0 ? OTHER : null;
        if (encoding != null) {
            first = look(input, encoding, 0, FEW_BYTES);
        }
        List<Titled> titled = first.isTableOfPeople() ? List.of() : titled(input, encoding);
        boolean hasTables = titled.size() > 1;
        String section = hasTables ? titled.get(0).title() : null;
        int skip = hasTables
                ? 0
                : first.looksLikeTable() ? groups(input, encoding, first) : skipped(input, encoding, first);
        Look whole = look(input, encoding, skip, section, BYTES);
        return new Preview(
                input.name(),
                encoding,
                skip,
                section,
                titled.stream()
                        .skip(1)
                        .map(Titled::title)
                        .filter(title -> hasTables)
                        .toList(),
                whole.header,
                whole.places,
                whole.rows,
                whole.rejects);
    }

    /**
     * A table below a title.
     *
     * @param worth the greater, the likelier it is the table about leads
     * @param rows number of rows that name people, or of all rows where none does
     */
    private record Titled(String title, int worth, int rows) {}

    /** The tables below titles, the likeliest to be about leads first: that of attendees before that of hosts. */
    private static List<Titled> titled(Input input, @Nullable Charset encoding) {
        List<Titled> titled = new ArrayList<>();
        for (String title : SectionTitles.of(input, encoding, BYTES)) {
            try {
                Look look = look(input, encoding, 0, title, FEW_BYTES);
                int people = look.people();
                if (look.looksLikeTable() && !look.looksLikeData() && !look.rows.isEmpty()) {
                    int kind = OF_STAFF.matcher(title).find()
                            ? 0
                            : OF_LEADS.matcher(title).find() ? 2 : 1;
                    titled.add(new Titled(title, people == 0 ? 0 : 1 + kind, people == 0 ? look.rows.size() : people));
                }
            } catch (InputException ignored) {
                // a title of something else
            }
        }
        titled.sort(Comparator.comparingInt(Titled::worth)
                .thenComparingInt(Titled::rows)
                .reversed());
        return titled;
    }

    /** The place at which the header begins. */
    public Location start() {
        return new Location(name, places.get(0).line(), 1);
    }

    /** The number of lines above the names of columns that name groups of them, each above its first column; 0 without such. */
    private static int groups(Input input, @Nullable Charset encoding, Look first) {
        int names = first.named();
        if (names * 2 > first.header.size()) {
            return 0;
        }
        for (int skip = 1; skip <= MOST_GROUPS; skip++) {
            try {
                Look look = look(input, encoding, skip, FEW_BYTES);
                if (look.named() == look.header.size()
                        && look.header.size() == first.header.size()
                        && !look.looksLikeData()
                        && look.rows.size() > look.rejects.size()) {
                    return skip;
                }
            } catch (InputException noTable) {
                return 0;
            }
        }
        return 0;
    }

    /** The number of lines to skip so that most rows can be read; the smallest of several such numbers. */
    private static int skipped(Input input, @Nullable Charset encoding, Look first) {
        int best = 0;
        int most = first.worth();
        for (int skip = 1; skip <= MOST_SKIPPED; skip++) {
            Look look;
            try {
                look = look(input, encoding, skip, FEW_BYTES);
            } catch (InputException noTable) {
                continue; // a blank line, or the end
            }
            if (look.header.size() > 1 && !look.looksLikeData() && look.worth() > most) {
                best = skip;
                most = look.worth();
            }
        }
        return best;
    }

    private static Look look(Input input, @Nullable Charset encoding, int skip, int bytes) {
        return look(input, encoding, skip, null, bytes);
    }

    private static Look look(Input input, @Nullable Charset encoding, int skip, @Nullable String section, int bytes) {
        Dialect dialect = new Dialect(encoding, null, skip, '.', Map.of(), TimeFormat.iso(new ZoneDays(ZoneOffset.UTC)))
                .with(new Layout(List.of(), null, Layout.QUOTE, null, section, List.of()));
        try (Table table = Table.open(input, dialect, bytes)) {
            Look look = new Look(table);
            ChunkReader reader = new ChunkReader(table);
            int left = bytes;
            Chunk chunk = table.next();
            while (chunk != null) {
                left -= chunk.length();
                reader.read(chunk, look);
                chunk = left > 0 ? table.next() : null;
            }
            look.count(table.finish());
            return look;
        }
    }

    /** The header, rows and rejects that one reading of the beginning found. */
    private static final class Look implements RowHandler {

        private final List<String> header; // names of the columns
        private final List<Location> places = new ArrayList<>(); // of the names
        private final List<List<String>> rows = new ArrayList<>(); // stripped cells
        private List<Reject> rejects = List.of();
        private int undecodable; // rejects with undecodable bytes

        private Look(Table table) {
            TableHeader read = table.tableHeader();
            header = read.names();
            for (int column : read.columns()) {
                places.add(new Location(table.name(), Math.toIntExact(read.line()), column));
            }
        }

        @Override
        public void row(Row row) {
            if (rows.size() == MOST_ROWS) {
                return;
            }
            List<String> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                cells.add(Text.strip(row.text(i)));
            }
            rows.add(List.copyOf(cells));
        }

        private void count(Read read) {
            rejects = read.rejects();
            undecodable = (int) rejects.stream()
                    .filter(reject -> reject.raw().indexOf(UNDECODABLE) >= 0)
                    .count();
        }

        private int worth() {
            return header.size() > 1 ? rows.size() - rejects.size() : 0;
        }

        /** The number of rows with an address. */
        private int people() {
            return (int) rows.stream()
                    .filter(row -> row.stream().anyMatch(cell -> cell.indexOf('@') > 0))
                    .count();
        }

        /** True for what begins with a header of several names, and not with a title, and has addresses below. */
        private boolean isTableOfPeople() {
            return looksLikeTable() && people() > 0 && named() > 1;
        }

        /** The number of columns with a name. */
        private int named() {
            return (int) header.stream().filter(name -> !name.isEmpty()).count();
        }

        private boolean looksLikeTable() {
            return header.size() > 1 && rows.size() >= rejects.size();
        }

        /** True when the header seems to be a row of data: it has a number, a mail address, or several blank names. */
        private boolean looksLikeData() {
            return header.stream().anyMatch(name -> name.contains("@") || name.matches("[0-9]+"))
                    || header.stream().filter(String::isEmpty).count() > 1;
        }
    }
}
