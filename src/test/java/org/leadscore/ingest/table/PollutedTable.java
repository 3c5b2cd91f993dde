package org.leadscore.ingest.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.Layout;

/**
 * A table of random cells, written in the dialect of some other tool, with what tools put around tables: titles, other tables,
 * footers, byte order marks. Made of a seed.
 */
final class PollutedTable {

    private static final List<String> DELIMITERS =
            List.of(",", ";", "\t", "|", ":", " ", ", ", "||", "\t\t", "\\t", "::", "¦", "~|~", "'", "");
    private static final List<String> QUOTES = List.of("\"", "\"", "'", "'", "`", "»", "");
    private static final String[] ESCAPES = {null, null, "\\", "^", ""};
    private static final List<String> ENDS = List.of("\n", "\r\n", "\r");
    private static final List<String> PIECES = List.of(
            "a", "Bo", "é", "12", "\"", "'", "''", "\"\"", "\\", "^", "`", ",", ", ", ";", "|", "||", "\t", " ", ":",
            "\n", "\r\n", "::", "~", "=x", "»", "😀", "\\n", "x y", "Ünï");
    private static final List<String> NAMES = List.of("id", "at", "full-name", "note");

    private final Random random;
    private final boolean hasQuoteAll;
    private final boolean hasMixedEnds;
    private final String end;
    private final String delimiter;
    private final String quote;
    private final String escape;
    private final List<String> header;
    private final StringBuilder text = new StringBuilder();
    final List<String> rows = new ArrayList<>(); // each as its line and its cells
    private long line = 1;
    private String lastEnd = "";

    PollutedTable(long seed) {
        random = new Random(seed);
        String sign = pick(QUOTES);
        String between = pick(DELIMITERS);
        if (between.equals(sign)) {
            between = ";";
        }
        delimiter = between;
        quote = sign;
        String before = ESCAPES[random.nextInt(ESCAPES.length)];
        boolean isNeeded = sign.isEmpty();
        boolean clashes = before != null && !before.isEmpty() && between.contains(before);
        escape = clashes ? null : isNeeded && "".equals(before) ? null : before;
        header = delimiter.isEmpty() ? List.of("id") : NAMES;
        end = pick(ENDS);
        hasMixedEnds = random.nextInt(4) == 0;
        hasQuoteAll = random.nextInt(3) == 0 && !quote.isEmpty();
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Writes the table, and answers the dialect that says all of it. */
    Dialect write() {
        boolean hasHeader = random.nextInt(4) > 0;
        boolean hasSection = header.size() > 1 && random.nextInt(4) == 0;
        int skip = !hasSection && random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        for (int i = 0; i < skip; i++) {
            endLine(quote + " never closed");
        }
        if (hasSection) {
            endLine("Report");
            endLine("");
            endLine("Host Details");
            endLine(record(List.of("x", "1")));
            endLine("");
            endLine("Attendee Details" + (random.nextBoolean() ? delimiter.repeat(3) : ""));
        } else if (hasHeader && random.nextInt(3) == 0) {
            endLine("Title of it all");
            endLine("");
            endLine(record(List.of("made", "today")));
        }
        if (hasHeader) {
            endLine(record(header));
        }
        int count = 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            addRow(i);
        }
        if (hasSection) {
            endLine(random.nextBoolean() ? "" : "Others");
            endLine("Other Things");
            endLine(record(List.of("a", "b", "c", "d")));
        } else if (header.size() > 1 && random.nextInt(3) == 0) {
            endLine("");
            endLine("Made by Tool");
            endLine(record(List.of("rows", Integer.toString(count))));
        }
        boolean isOneSign = delimiter.length() == 1 && !delimiter.equals(" ");
        Layout layout = new Layout(
                hasHeader ? List.of() : header,
                isOneSign ? null : delimiter,
                quote,
                escape,
                hasSection ? "attendee details" : null,
                hasHeader ? header : List.of());
        return Dialects.of(charset(), isOneSign ? delimiter.charAt(0) : null, skip, layout);
    }

    private Charset charset() {
        return random.nextInt(4) == 0 ? StandardCharsets.UTF_16LE : null;
    }

    byte[] bytes(Dialect dialect) {
        boolean hasMark = dialect.encoding() == null && random.nextInt(4) == 0;
        boolean isClosed = random.nextBoolean();
        String whole = text.toString();
        if (!isClosed) {
            whole = whole.substring(0, whole.length() - lastEnd.length());
        }
        Charset charset = dialect.encoding() == null ? StandardCharsets.UTF_8 : dialect.encoding();
        return ((hasMark ? "\uFEFF" : "") + whole).getBytes(charset);
    }

    private void addRow(int number) {
        List<String> cells = new ArrayList<>();
        cells.add("n" + number + (random.nextInt(3) == 0 ? cell() : ""));
        while (cells.size() < header.size()) {
            cells.add(random.nextInt(5) == 0 ? "" : cell());
        }
        rows.add(line + " " + cells);
        endLine(record(cells));
    }

    /** A text that the dialect can write. */
    private String cell() {
        while (true) {
            StringBuilder cell = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                cell.append(pick(PIECES));
            }
            String made = cell.toString();
            if (canBeWritten(made)) {
                return made;
            }
        }
    }

    private boolean hasSign() {
        return escape != null && !escape.isEmpty();
    }

    private boolean canBeWritten(String cell) {
        boolean isBroken = cell.contains("\n") || cell.contains("\r");
        boolean isDivided = !delimiter.isEmpty() && (cell + delimiter).indexOf(delimiter) < cell.length();
        if (quote.isEmpty()) {
            boolean isSound = hasSign() ? delimiter.length() < 2 || !isDivided : !isDivided && !isBroken;
            return isSound && !cell.endsWith(hasSign() ? escape : "\0");
        }
        if ("".equals(escape)) {
            String blanks = "[ \\t]*";
            String ends = delimiter.isEmpty() ? "[\\r\\n]|$" : Pattern.quote(delimiter) + "|[\\r\\n]|$";
            return !Pattern.compile(Pattern.quote(quote) + blanks + "(" + ends + ")")
                    .matcher(cell)
                    .find();
        }
        return true;
    }

    private String record(List<String> cells) {
        List<String> fields = new ArrayList<>();
        for (String cell : cells) {
            fields.add(field(cell));
        }
        return String.join(delimiter, delimiter.isEmpty() ? fields.subList(0, 1) : fields);
    }

    private String field(String cell) {
        if (quote.isEmpty()) {
            return hasSign() ? unquoted(cell) : cell;
        }
        boolean isSpecial = cell.contains(quote)
                || cell.contains("\n")
                || cell.contains("\r")
                || !delimiter.isEmpty() && (cell + delimiter).indexOf(delimiter) < cell.length()
                || hasSign() && cell.contains(escape);
        if (!isSpecial && !hasQuoteAll) {
            return cell;
        }
        String escaped = cell;
        if (hasSign()) {
            escaped = escaped.replace(escape, escape + escape);
            escaped = escaped.replace(quote, random.nextBoolean() ? escape + quote : quote + quote);
        } else if (escape == null) {
            escaped = escaped.replace(quote, quote + quote);
        }
        return quote + escaped + quote;
    }

    private String unquoted(String cell) {
        StringBuilder out = new StringBuilder();
        String escaped = cell.replace(escape, escape + escape);
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.startsWith("\r\n", i)) {
                out.append(escape).append("\r\n");
                i++;
                continue;
            }
            char c = escaped.charAt(i);
            boolean isSpecial = c == '\n' || c == '\r' || delimiter.length() == 1 && delimiter.charAt(0) == c;
            out.append(isSpecial ? escape : "").append(c);
        }
        return out.toString();
    }

    private void endLine(String record) {
        boolean wouldJoin = record.isEmpty() && text.toString().endsWith("\r"); // CR and LF would be one line end
        String close = wouldJoin ? "\r" : hasMixedEnds ? pick(ENDS) : end;
        String whole = record + close;
        text.append(whole);
        lastEnd = close;
        line += whole.split("\\r\\n|\\r|\\n", -1).length - 1L;
    }

    @Override
    public String toString() {
        return "delimiter [" + delimiter + "], quote [" + quote + "], escape [" + escape + "]\n" + text;
    }
}
