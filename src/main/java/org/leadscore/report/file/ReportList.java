package org.leadscore.report.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;

/**
 * The list of the reports that a run wrote into a directory. Kept there under a hidden name, so that the next run knows
 * which files are its own and what it compares with.
 *
 * <p>The form is text, a line each: the name and version of the form; the as-of time; the checksum (CRC-32C) of the
 * ranking and its name; the name of each other report; the number of rows of each source; the id of each lead that is
 * gone; the facts of the ranking that was compared with; and {@code end}. Lists of earlier versions have no rows and no
 * such facts.
 *
 * @param asOf milliseconds since 1970 UTC
 * @param ranking the checksum of the ranking, by which a file that was put in its place is told from it
 * @param files their paths in the directory, with slashes, without the ranking
 * @param rows a row a source
 * @param gone ids of leads
 * @param earlier the facts of the ranking that the run compared itself with; null where it compared with none, and where they
 *     are not known
 */
public record ReportList(
        long asOf,
        String ranking,
        List<String> files,
        List<SourceRows> rows,
        List<String> gone,
        @Nullable Earlier earlier) {

    /**
     * The facts of an earlier ranking, beside its leads.
     *
     * @param asOf its as-of time, in milliseconds since 1970 UTC, or {@link TimeFormat#NONE}
     * @param handedOver number of its leads that were handed over; below 0 when that is not known
     * @param waiting number of its leads that waited for being handed over, likewise
     * @param buckets number of its leads by bucket, of those that have any
     */
    public record Earlier(long asOf, int handedOver, int waiting, Map<String, Integer> buckets) {

        public Earlier {
            buckets = Collections.unmodifiableMap(new LinkedHashMap<>(buckets));
        }

        /** The facts with another as-of time. */
        public Earlier at(long time) {
            return new Earlier(time, handedOver, waiting, buckets);
        }

        private void addLines(List<String> lines) {
            lines.add(BEFORE + (asOf == TimeFormat.NONE ? UNKNOWN : Instant.ofEpochMilli(asOf)) + " " + word(handedOver)
                    + " " + word(waiting));
            buckets.forEach((name, leads) -> lines.add(BUCKET + leads + " " + OneLine.escape(name)));
        }

        private static @Nullable Earlier parsed(List<String> lines) {
            String first = lines.stream()
                    .filter(line -> line.startsWith(BEFORE))
                    .findFirst()
                    .orElse(null);
            if (first == null) {
                return null;
            }
            String[] words = first.substring(BEFORE.length()).split(" ", 3);
            long asOf = words[0].equals(UNKNOWN)
                    ? TimeFormat.NONE
                    : Instant.parse(words[0]).toEpochMilli();
            Map<String, Integer> buckets = new LinkedHashMap<>();
            lines.stream().filter(line -> line.startsWith(BUCKET)).forEach(line -> {
                String[] parts = line.substring(BUCKET.length()).split(" ", 2);
                buckets.put(OneLine.unescape(parts[1]), Integer.parseInt(parts[0]));
            });
            return new Earlier(asOf, number(words[1]), number(words[2]), buckets);
        }

        private static String word(int number) {
            return number < 0 ? UNKNOWN : Integer.toString(number);
        }

        private static int number(String word) {
            return word.equals(UNKNOWN) ? -1 : Integer.parseInt(word);
        }
    }

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

    /** The name of the list in its directory. */
    public static final String NAME = ".leadscore-reports";

    static final String RANKING_FILE = "leads.csv";

    private static final String HEAD = "leadscore reports 1";
    private static final String AS_OF = "as of ";
    private static final String RANKING = "ranking ";
    private static final String FILE = "file ";
    private static final String ROWS = "rows ";
    private static final String UNKNOWN = "-";
    private static final String GONE = "gone ";
    private static final String BEFORE = "before ";
    private static final String BUCKET = "bucket ";
    private static final String END = "end";
    private static final Pattern NO_NAME = Pattern.compile("[\\x00\\\\]");

    public ReportList {
        files = List.copyOf(files);
        rows = List.copyOf(rows);
        gone = List.copyOf(gone);
    }

    /**
     * Reads the list beside a ranking, which may be of another user; it is believed no more and no less than that.
     *
     * @return empty where there is none
     * @throws IOException with the reason when it cannot be read or understood
     */
    public static Optional<ReportList> beside(Path ranking) throws IOException {
        Path file = AtomicFile.directoryOf(AtomicFile.real(ranking)).resolve(NAME);
        if (!OwnFiles.isThere(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is no regular file");
        }
        try {
            return Optional.of(parsed(Files.readAllLines(file, StandardCharsets.UTF_8)));
        } catch (CharacterCodingException garbage) {
            throw new IOException("it is damaged: it is no text in UTF-8", garbage);
        }
    }

    /** Reads the list in a directory that this user's own run left; empty where there is none. */
    static Optional<ReportList> own(Path directory, OwnFiles own) throws IOException {
        List<String> lines = own.lines(directory.resolve(NAME)).orElse(null);
        return lines == null ? Optional.empty() : Optional.of(parsed(lines));
    }

    /**
     * Copies a list into a directory of reports, where it is one of this user's own.
     *
     * @throws IOException also when there is a list
     */
    public static void copy(Path list, Path directory) throws IOException {
        try (FileChannel out = OwnFiles.create(directory.resolve(NAME), "rw-------")) {
            Files.copy(list, Channels.newOutputStream(out));
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
        if (earlier != null) {
            earlier.addLines(lines);
        }
        lines.add(END);
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static ReportList parsed(List<String> lines) throws IOException {
        int last = lines.size() - 1;
        if (last < 3
                || !lines.get(0).equals(HEAD)
                || !lines.get(1).startsWith(AS_OF)
                || !lines.get(2).startsWith(RANKING)
                || !lines.get(last).equals(END)) {
            throw new IOException("it is damaged: it does not begin and end as a run writes it");
        }
        try {
            long asOf = Instant.parse(lines.get(1).substring(AS_OF.length())).toEpochMilli();
            String ranking = lines.get(2).substring(RANKING.length()).split(" ", 2)[0];
            List<String> files = behind(FILE, lines);
            for (String file : files) {
                requirePlain(file);
            }
            return new ReportList(asOf, ranking, files, rows(lines), behind(GONE, lines), Earlier.parsed(lines));
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException changed) {
            throw new IOException("it is damaged: a time or a number in it cannot be read", changed);
        }
    }

    /** Makes sure that a name is a plain one, or one in a folder, so that it leads to nothing outside. */
    private static void requirePlain(String file) throws IOException {
        String[] parts = file.split("/", -1);
        boolean plain = parts.length <= 2
                && Arrays.stream(parts)
                        .allMatch(part -> !part.isEmpty()
                                && !part.startsWith(".")
                                && !NO_NAME.matcher(part).find());
        if (!plain) {
            throw new IOException("it is damaged: it names a file that can be no report");
        }
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
