package org.leadscore.report.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.leadscore.lead.ZoneDays;

/**
 * The list of the reports that a run wrote into a directory. Kept there under a hidden name, so that the next run knows
 * which files are its own and what it compares with.
 *
 * <p>The form is text, a line each: the name and version of the form; the as-of time; the checksum (CRC-32C) of the
 * ranking and its name; the name of each other report; the number of rows of each source; the id of each lead that is
 * gone; and {@code end}. Lists of earlier versions have no rows.
 *
 * @param asOf milliseconds since 1970 UTC
 * @param ranking the checksum of the ranking, by which a file that was put in its place is told from it
 * @param files their paths in the directory, with slashes, without the ranking
 * @param rows a row a source
 * @param gone ids of leads
 */
public record ReportList(long asOf, String ranking, List<String> files, List<SourceRows> rows, List<String> gone) {

    /**
     * The number of rows of a source.
     *
     * @param now rows in the run that wrote the list
     * @param before rows in the last run of an earlier day; below 0 when that is not known
     */
    public record SourceRows(String source, long now, long before) {

        private String line() {
            return ROWS + now + " " + (before < 0 ? UNKNOWN : before) + " " + OneLine.escape(source);
        }

        private static SourceRows parsed(String line) {
            String[] words = line.substring(ROWS.length()).split(" ", 3);
            long before = words[1].equals(UNKNOWN) ? -1 : Long.parseLong(words[1]);
            return new SourceRows(OneLine.unescape(words[2]), Long.parseLong(words[0]), before);
        }
    }

    static final String NAME = ".leadscore-reports";
    static final String RANKING_FILE = "leads.csv";

    private static final String HEAD = "leadscore reports 1";
    private static final String AS_OF = "as of ";
    private static final String RANKING = "ranking ";
    private static final String FILE = "file ";
    private static final String ROWS = "rows ";
    private static final String UNKNOWN = "-";
    private static final String GONE = "gone ";
    private static final String END = "end";

    public ReportList {
        files = List.copyOf(files);
        rows = List.copyOf(rows);
        gone = List.copyOf(gone);
    }

    /** Reads the list in a directory; empty where there is none, or it has been changed. */
    public static Optional<ReportList> in(Path directory) {
        Path file = directory.resolve(NAME);
        try {
            return Files.isRegularFile(file)
                    ? parsed(Files.readAllLines(file, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException | DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException changed) {
            return Optional.empty();
        }
    }

    /**
     * The number of rows of each source in the last run of a day before that of {@code time}; without the sources of
     * which it is not known.
     *
     * @param zone in which days begin
     * @param time milliseconds since 1970 UTC
     */
    public Map<String, Long> rowsBefore(ZoneDays zone, long time) {
        long days = zone.dayOf(time) - zone.dayOf(asOf);
        Map<String, Long> bySource = new LinkedHashMap<>();
        if (days >= 0) {
            for (SourceRows source : rows) {
                long before = days > 0 ? source.now() : source.before();
                if (before >= 0) {
                    bySource.put(source.source(), before);
                }
            }
        }
        return bySource;
    }

    /** True when the file is the ranking of this list, unchanged. */
    public boolean isRanking(Path file) {
        if (!String.valueOf(file.getFileName()).equals(RANKING_FILE)) {
            return false;
        }
        CRC32C sum = new CRC32C();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
            return text(sum).equals(ranking);
        } catch (IOException unreadable) {
            return false;
        }
    }

    static String text(CRC32C sum) {
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    byte[] bytes() {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        lines.add(AS_OF + Instant.ofEpochMilli(asOf));
        lines.add(RANKING + ranking + " " + RANKING_FILE);
        files.forEach(file -> lines.add(FILE + OneLine.escape(file)));
        rows.forEach(source -> lines.add(source.line()));
        gone.forEach(lead -> lines.add(GONE + OneLine.escape(lead)));
        lines.add(END);
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<ReportList> parsed(List<String> lines) {
        int last = lines.size() - 1;
        if (last < 3
                || !lines.get(0).equals(HEAD)
                || !lines.get(1).startsWith(AS_OF)
                || !lines.get(2).startsWith(RANKING)
                || !lines.get(last).equals(END)) {
            return Optional.empty();
        }
        long asOf = Instant.parse(lines.get(1).substring(AS_OF.length())).toEpochMilli();
        String ranking = lines.get(2).substring(RANKING.length()).split(" ", 2)[0];
        return Optional.of(new ReportList(asOf, ranking, behind(FILE, lines), rows(lines), behind(GONE, lines)));
    }

    private static List<SourceRows> rows(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(ROWS))
                .map(SourceRows::parsed)
                .toList();
    }

    private static List<String> behind(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> OneLine.unescape(line.substring(word.length())))
                .toList();
    }
}
