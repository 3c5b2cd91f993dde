package org.leadscore.ingest.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.foreign.ForeignRecord.Field;
import org.leadscore.ingest.scan.BrokenQuote;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.lead.CellText;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.Layout;

/**
 * The records of a table in another dialect, one by one, each written as ordinary CSV with as many lines as it has. What is not
 * read, such as lines outside the section, becomes blank lines. Not thread-safe.
 */
final class ForeignRecords {

    /** The parts of a file. */
    private enum Part {
        SKIPPED,
        BEFORE_SECTION,
        TABLE,
        BEHIND_SECTION
    }

    private static final int MOST_TITLES = 20;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final TextBuffer text;
    private final String file; // its name
    private final Dialect dialect;
    private final Layout layout;
    private final RecordLimits limits;
    private final List<String> titles = new ArrayList<>(); // lines that may be titles of sections
    private Part part = Part.SKIPPED;
    private Signs signs; // with the delimiter, once the header is found
    private int columns; // of the header; 0 where it is not known
    private long headerLine;
    private boolean isBehindGap; // true when a blank line stands before
    private boolean endsWithCr; // true when what was written so far does
    private int taken; // bytes of the record that was written last
    private long outside; // lines that are not blank, outside the section
    private long firstOutside; // the first of them
    private int recordStart; // behind its byte order mark
    private int recordEnd; // before the line end of the record that was written last
    private @Nullable String trouble; // with it
    private int troubleAt;

    ForeignRecords(InputStream utf8, String file, Dialect dialect, RecordLimits limits) {
        this.text = new TextBuffer(utf8, file);
        this.file = file;
        this.dialect = dialect;
        this.layout = dialect.layout();
        this.limits = limits;
        signs = Signs.of(layout, "");
    }

    /**
     * Writes the next record, or the next line that is not read.
     *
     * @return false at the end of the text
     * @throws InputException when the section is not there, or is there twice
     */
    boolean next(OrdinaryBytes out) throws IOException {
        text.drop(taken);
        taken = 0;
        trouble = null;
        while (part != Part.TABLE) {
            if (text.at(0) == TextBuffer.END) {
                requireSection();
                return false;
            }
            if (isPassedOver(out)) {
                return true;
            }
        }
        return text.at(0) != TextBuffer.END && record(out);
    }

    /** Passes over a line that is no part of the table; false where the table begins. */
    private boolean isPassedOver(OrdinaryBytes out) throws IOException {
        if (part == Part.SKIPPED && text.line() > dialect.skip()) {
            part = Part.BEFORE_SECTION;
        }
        if (part == Part.BEFORE_SECTION && layout.section() == null) {
            begin();
            return false;
        }
        int end = text.lineEnd(0);
        String line = text.text(0, end);
        endLine(out, end);
        if (part == Part.SKIPPED || line.isBlank()) {
            return true;
        }
        boolean isTitle = isTitle(line);
        if (part == Part.BEHIND_SECTION && isTitle) {
            throw new InputException(file + ":" + text.line() + ":1: the section '" + layout.section()
                    + "' begins a second time; keep one of them in the file");
        }
        if (isTitle) {
            text.drop(taken);
            taken = 0;
            begin();
            return true;
        }
        if (titles.size() < MOST_TITLES && line.matches("[^,;|\\t]+[,;|\\t]*")) {
            titles.add(title(line));
        }
        countOutside();
        return true;
    }

    private void begin() throws IOException {
        Character one = dialect.delimiter();
        String many = layout.delimiter();
        String given = many != null ? many : one == null ? null : String.valueOf(one);
        ForeignHeader header = ForeignHeader.find(text, layout, given);
        signs = Signs.of(layout, header.delimiter());
        columns = header.columns();
        headerLine = header.line();
        part = Part.TABLE;
    }

    private void requireSection() {
        if (layout.section() != null && part != Part.BEHIND_SECTION) {
            String others = titles.isEmpty()
                    ? ""
                    : "; lines of one field are " + CellText.columns(titles, Listing.of(titles, MOST_TITLES));
            throw new InputException(file + ": has no section '" + layout.section() + "', a line with that title alone"
                    + Nearest.hint(String.valueOf(layout.section()), titles, others));
        }
    }

    private boolean isTitle(String line) {
        return layout.section() != null && folded(title(line)).equals(folded(title(layout.section())));
    }

    /** The text of a line without delimiters, quotes and blanks around. */
    private String title(String line) {
        String many = layout.delimiter();
        String text = line;
        while (many != null && !many.isEmpty() && text.endsWith(many)) {
            text = text.substring(0, text.length() - many.length());
        }
        Character one = dialect.delimiter();
        while (one != null && text.endsWith(one.toString())) {
            text = text.substring(0, text.length() - 1);
        }
        return text.replaceAll("^[\\s\"'#\\uFEFF]+|[\\s\"',;|:]+$", "");
    }

    private static String folded(String title) {
        return title.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private void countOutside() {
        firstOutside = outside == 0 ? text.line() : firstOutside;
        outside++;
    }

    /** Ends a line with the line end that the file has, or a blank one so that it stays a line of its own. */
    private void endLine(OrdinaryBytes out, int end) throws IOException {
        taken = text.behind(end);
        recordEnd = end;
        if (out.length() > 0) {
            out.addAll(text, end, taken);
        } else if (taken > end) {
            out.add(endsWithCr ? Lines.CR : Lines.LF, end); // an LF behind a CR would belong to the line before
        }
        endsWithCr = out.length() == 0 ? endsWithCr : out.bytes()[out.length() - 1] == Lines.CR;
    }

    private boolean record(OrdinaryBytes out) throws IOException {
        int start = text.has(MARK, 0) ? MARK.length : 0;
        recordStart = start;
        ForeignRecord record = ForeignRecord.read(text, start, signs, limits);
        if (layout.section() != null && text.line() > headerLine && endsSection(record)) {
            part = Part.BEHIND_SECTION;
            return isPassedOver(out);
        }
        out.addAll(text, 0, start);
        if (isUnfinished(record)) {
            out.add((byte) '"', 0);
            out.addAll(text, start, text.rest());
            taken = text.rest();
            recordEnd = taken;
            return true;
        }
        trouble = record.trouble() == null ? troubleOfLines(start, record) : record.trouble();
        if (trouble == null) {
            out.add(text, record, signs);
            endLine(out, record.end());
        } else {
            troubleAt = record.trouble() == null ? start : record.at();
            out.addBroken(start);
            int end = text.lineEnd(start);
            troubleAt = Math.min(troubleAt, end);
            endLine(out, end);
        }
        return true;
    }

    /** True when the end of the record may still be written. */
    private boolean isUnfinished(ForeignRecord record) {
        return BrokenQuote.NEVER_CLOSED.equals(record.trouble())
                && text.rest() != TextBuffer.END
                && text.rest() <= limits.unfinished();
    }

    /** True when the section ends before a record: with the title of another one, or behind a blank line. */
    private boolean endsSection(ForeignRecord record) {
        boolean wasBehindGap = isBehindGap;
        int fields = record.fields().size();
        boolean isBlank = record.trouble() == null
                && record.fields().stream().allMatch(field -> ForeignRecord.isBlank(text, field));
        isBehindGap = isBlank;
        if (isBlank || record.trouble() != null || columns == 1 && fields == 1) {
            return false;
        }
        boolean isAlone = record.fields().stream().skip(1).allMatch(field -> ForeignRecord.isBlank(text, field));
        boolean isTitle = fields == 1 || isAlone && columns > 2 && !fits(record);
        return isTitle || wasBehindGap && (isAlone && columns > 2 || !fits(record));
    }

    private boolean fits(ForeignRecord record) {
        int fields = record.fields().size();
        return fields <= columns
                ? fields == columns || dialect.padsShortRows()
                : record.fields().stream().skip(columns).allMatch(field -> ForeignRecord.isBlank(text, field));
    }

    /** The reason for which a record of several lines is none, as a quote may be missing; null where it is one. */
    private @Nullable String troubleOfLines(int start, ForeignRecord record) throws IOException {
        int lines = text.lines(start, record.end()) + 1;
        if (lines == 1 || columns == 0 || text.line() <= headerLine) {
            return null;
        }
        if (!fits(record)) {
            int fields = record.fields().size();
            return fields > columns ? BrokenQuote.tooMany(columns, lines) : BrokenQuote.tooFew(fields, columns, lines);
        }
        return hasLoneQuote(record) ? BrokenQuote.LONE_QUOTE : null;
    }

    /** True when a field without quotes has an odd number of them; an apostrophe is no quote there. */
    private boolean hasLoneQuote(ForeignRecord record) throws IOException {
        if (signs.hasApostrophe()) {
            return false;
        }
        for (Field field : record.fields()) {
            int quotes = 0;
            for (int at = field.from(); !field.isQuoted() && at < field.to(); at++) {
                quotes += text.has(signs.quote(), at) ? 1 : 0;
            }
            if (quotes % 2 == 1) {
                return true;
            }
        }
        return false;
    }

    /** The line of the record that was written last. */
    long line() {
        return text.line();
    }

    /** The record that was written last as the file has it; its first line where it is broken. */
    String raw() {
        return text.text(recordStart, recordEnd);
    }

    /** The reason for which it cannot be read; null where it can. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** The column of the trouble in its line, from 1. */
    int troubleColumn() {
        return Lines.column(text.bytes(), 0, troubleAt);
    }

    /** The column in the file of a place in the record that was written last, if it has one line; 0 otherwise. */
    int columnOf(OrdinaryBytes written, int column) {
        String line = written.text();
        boolean isOneLine = text.lines(0, recordEnd) == 0;
        if (!isOneLine || column < 1 || column - 1 > line.codePointCount(0, line.length())) {
            return 0;
        }
        int chars = line.offsetByCodePoints(0, column - 1);
        int place = line.substring(0, chars).getBytes(UTF_8).length;
        return Lines.column(text.bytes(), 0, Math.min(written.origin(place), recordEnd));
    }

    /** The number of lines outside the section, blank ones left out. */
    long outside() {
        return outside;
    }

    /** The first line outside the section. */
    long firstOutside() {
        return firstOutside;
    }
}
