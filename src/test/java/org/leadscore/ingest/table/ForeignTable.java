package org.leadscore.ingest.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A table of random cells with one thing or two that another tool would do, after the kinds of the Pollock benchmark (Vitagliano
 * and others, VLDB 2023). Made of a seed; cells are such as exports have, so that signs stand in few of them.
 */
final class ForeignTable {

    /** The columns that a rule file asks for. */
    static final List<String> ASKED = List.of("email", "time");

    private static final List<String> NAMES = List.of("id", "email", "time", "full name", "amount", "note");
    private static final List<String> DELIMITERS =
            List.of(",", ",", ";", "\t", "|", " ", ", ", "; ", "||", "::", ":", "~", "\t\t", "¦");
    private static final List<String> QUOTES = List.of("\"", "\"", "\"", "'", "`", "");
    private static final List<String> NOTES = List.of(
            "plain",
            "two words",
            "a, b",
            "x; y",
            "it's",
            "say \"yes\"",
            "\"all\"",
            "C:\\dir\\",
            "1|2",
            "a\tb",
            "line\nbreak",
            "",
            " padded ",
            "é",
            "Ünï",
            "東京",
            "O'Neil, \"Bob\"",
            "\\\"",
            "'",
            "\"",
            "10:30",
            "a: b",
            "5\"");

    private final Random random;
    private final String delimiter;
    private final String quote;
    private final String escape; // before a quote within quotes
    private final String end;
    private final boolean hasQuoteAll;
    private final boolean hasMixedEnds;
    private final Charset charset;
    private final boolean hasMark;
    private final List<String> names;
    private final List<List<String>> rows = new ArrayList<>(); // the cells of the columns that are asked for
    private final StringBuilder text = new StringBuilder();

    ForeignTable(long seed) {
        random = new Random(seed);
        delimiter = oneIn(2) ? "," : pick(DELIMITERS);
        quote = oneIn(2) ? "\"" : pick(QUOTES);
        escape = oneIn(3) ? pick(List.of("\\", "^", "'", "")) : quote;
        end = oneIn(2) ? "\n" : pick(List.of("\r\n", "\r", "\n"));
        hasQuoteAll = oneIn(3);
        hasMixedEnds = oneIn(8);
        charset = oneIn(4)
                ? pick(List.of(
                        StandardCharsets.ISO_8859_1,
                        Charset.forName("windows-1252"),
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        Charset.forName("windows-1251")))
                : StandardCharsets.UTF_8;
        hasMark = oneIn(4);
        List<String> shuffled = new ArrayList<>(NAMES.subList(1, 2 + random.nextInt(NAMES.size() - 1)));
        if (!shuffled.contains("time")) {
            shuffled.add("time");
        }
        names = List.copyOf(shuffled);
        write();
    }

    List<List<String>> rows() {
        return rows;
    }

    byte[] bytes() {
        return ((hasMark ? "\uFEFF" : "") + text).getBytes(charset);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private void write() {
        if (oneIn(6)) {
            endLine(pick(List.of("Report of June", "# made by a tool", "Title" + delimiter + "x", "")));
        }
        boolean hasHeader = !oneIn(8);
        if (hasHeader) {
            endLine(record(names));
        }
        int count = 1 + random.nextInt(12);
        int wrong = oneIn(5) ? random.nextInt(count) : -1;
        int headerAgain = oneIn(10) ? random.nextInt(count) : -1;
        for (int i = 0; i < count; i++) {
            if (i == headerAgain && hasHeader && i > 0) {
                endLine(record(oneIn(2) ? names : List.of("other", "header", "row")));
            }
            addRow(i, i == wrong);
            if (oneIn(15)) {
                endLine("");
            }
        }
        if (oneIn(6)) {
            endLine(oneIn(2) ? "" : delimiter.repeat(names.size() - 1));
            endLine(pick(List.of("Total" + delimiter + count, count + " rows", "-- end --")));
        }
        if (oneIn(10)) {
            endLine("");
            endLine("Second table");
            endLine(record(List.of("name", "email", "time")));
            endLine(record(List.of("x", "y@x.org", "2026-02-02")));
        }
        if (oneIn(3) && text.length() > 1) {
            text.setLength(text.length() - 1);
        }
    }

    private void addRow(int number, boolean isWrong) {
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(
                    switch (name) {
                        case "email" -> "lead" + number + "@x.org";
                        case "time" ->
                            oneIn(3) ? "2026-06-0" + (1 + number % 9) + " 10:30:00" : "2026-06-0" + (1 + number % 9);
                        case "amount" -> oneIn(2) ? "1,200.50" : "1200,50";
                        default -> pick(NOTES);
                    });
        }
        List<String> kept = List.of(cells.get(names.indexOf("email")), cells.get(names.indexOf("time")));
        rows.add(kept);
        if (isWrong && oneIn(2) && cells.size() > 1) {
            cells.remove(cells.size() - 1);
        } else if (isWrong) {
            cells.add(random.nextInt(cells.size()), oneIn(3) ? "" : "extra");
        }
        endLine(record(cells));
    }

    private String record(List<String> cells) {
        return String.join(delimiter, cells.stream().map(this::field).toList());
    }

    private String field(String cell) {
        boolean isSpecial = cell.contains(delimiter)
                || !quote.isEmpty() && cell.contains(quote)
                || cell.contains("\n")
                || cell.startsWith(" ");
        if (quote.isEmpty() || !isSpecial && !hasQuoteAll) {
            return quote.isEmpty() ? cell.replace("\n", " ").replace(delimiter, "_") : cell;
        }
        String escaped = escape.isEmpty() || escape.equals(quote) ? cell : cell.replace(escape, escape + escape);
        return quote + escaped.replace(quote, escape + quote) + quote;
    }

    private void endLine(String record) {
        text.append(record).append(hasMixedEnds ? pick(List.of("\n", "\r\n", "\r")) : end);
    }

    @Override
    public String toString() {
        return "delimiter [" + delimiter + "], quote [" + quote + "], escape [" + escape + "], " + charset + "\n"
                + text;
    }
}
