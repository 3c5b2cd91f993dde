package org.leadscore.report.earlier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Redaction;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.Reject;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Trouble;
import org.leadscore.report.file.OneLine;
import org.leadscore.report.file.ReportList;
import org.leadscore.report.table.CsvForm;
import org.leadscore.report.table.FormulaGuard;

/**
 * Finds the reports in a directory that name some leads: rankings and lists by the column of the ids, whatever its
 * heading, rejected rows by their text, the summary and the list of reports by the leads that they name. Reports with pseudonyms name nobody.
 */
public final class ReportsOfLeads {

    private static final List<String> FOLDERS = List.of("", "actions", "hand-off", "segments");
    private static final List<String> ID_COLUMNS = List.of("lead", "best_lead");
    private static final String ACCOUNTS = "accounts.csv";
    private static final String REJECTS = "rejects.csv";
    private static final int PLACE_OF_LEAD = 1;
    private static final int PLACE_OF_BEST_LEAD = 4;
    private static final String GONE = "gone ";

    /** The name here of the column that has the ids, where only its place is known. */
    private static final String ID = "id of the lead";

    /** A text alone in a line of JSON, as the summary has the ids of leads. */
    private static final Pattern ALONE = Pattern.compile("\\s+\"(.*)\",?");

    private final Predicate<String> asked;
    private final Redaction mentions;

    private ReportsOfLeads(Objections leads) {
        this.asked = leads::include;
        this.mentions = new Redaction(leads);
    }

    /**
     * The reports that name one of the leads, in the order of their names.
     *
     * @param leads as who objected are compared
     * @throws InputException when the directory cannot be read
     */
    public static List<Path> in(Path directory, Objections leads) {
        ReportsOfLeads search = new ReportsOfLeads(leads);
        List<Path> found = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path place = directory.resolve(folder);
            if (!folder.isEmpty() && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            try (Stream<Path> files = Files.list(place)) {
                files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .sorted()
                        .filter(search::names)
                        .forEach(found::add);
            } catch (IOException failure) {
                throw new InputException(place + ": cannot be read, " + Trouble.of(failure), failure);
            }
        }
        return found;
    }

    private boolean names(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.equals(ReportList.NAME)) {
            return lines(file)
                    .anyMatch(line ->
                            line.startsWith(GONE) && asked.test(OneLine.unescape(line.substring(GONE.length()))));
        }
        if (name.endsWith(".json")) {
            return lines(file)
                    .map(ALONE::matcher)
                    .filter(Matcher::matches)
                    .anyMatch(text -> asked.test(unescaped(text.group(1))));
        }
        return name.endsWith(".csv")
                && (ID_COLUMNS.stream().anyMatch(column -> has(file, header -> header, column, this::isAsked))
                        || !name.equals(REJECTS) && has(file, idAt(name), ID, this::isAsked)
                        || has(file, header -> header, "raw", this::mentions));
    }

    private boolean isAsked(String cell) {
        return asked.test(FormulaGuard.unguard(cell));
    }

    /** Calls the column {@link #ID} in which a report has its ids, as its heading may be any. */
    private static KeptTable.Naming idAt(String name) {
        int place = name.equals(ACCOUNTS) ? PLACE_OF_BEST_LEAD : PLACE_OF_LEAD;
        return header -> {
            List<String> names = new ArrayList<>(header);
            Collections.replaceAll(names, ID, "");
            if (names.size() > place) {
                names.set(place, ID);
            }
            return names;
        };
    }

    /** True when a cell of a column passes; false for a table without that column. */
    private static boolean has(Path file, KeptTable.Naming naming, String column, Predicate<String> test) {
        boolean[] found = {false};
        try {
            new KeptTable(Input.of(file, file.toString()), "", naming)
                    .read(
                            List.of(column),
                            List.of(),
                            CsvForm.PLAIN.delimiter(),
                            (line, cells) -> found[0] |= test.test(cells.get(0)));
        } catch (InputException otherTable) {
            return found[0];
        }
        return found[0];
    }

    private boolean mentions(String raw) {
        Reject row = new Reject("", 1, 1, "", raw);
        return !mentions.apply(row).equals(row);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static String unescaped(String json) {
        return json.replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
