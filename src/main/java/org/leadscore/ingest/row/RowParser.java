package org.leadscore.ingest.row;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.scan.BrokenQuote;

/**
 * Takes FastCSV's calls for the lines of one segment, none of which has a broken quote. Rows go to a consumer or become
 * rejects; FastCSV gets no records back.
 */
public final class RowParser extends AbstractBaseCsvCallbackHandler<ParsedRow> {

    private static final int NONE = -1;

    /** The characters 80 to 9F of ISO-8859-1, which no text has. */
    private static final char FIRST_CONTROL = '\u0080';

    private static final char LAST_CONTROL = '\u009F';

    private final ParsedRow parsed; // the row that is being parsed
    private final Consumer<ParsedRow> rows; // takes those that can be read
    private final ChunkResult result; // takes rejects and counts
    private final RowRules rules;
    private final boolean looks; // false when all characters of all rows may stand where they stand
    private final HeaderLike headerLike;
    private final int columns; // of the header
    private final int linesBefore; // of the chunk, before this segment
    private final int[] keyShapes; // by shape of a header's key, see shape
    private int line; // in the segment, from 1, of the newest record
    private boolean hasKey; // true when a cell of the row may be a header's key
    private boolean hasMark; // true when the row's first cell begins with a byte order mark
    private boolean hasLineBreak; // within a quoted field
    private int markedKey; // the first expected column whose cell has a byte order mark in it, or NONE
    private int loneQuotes; // fields of the row that are not quoted and have an odd number of quotes
    private int loneQuote; // place of the first quote of the first one of them
    private int control; // the first column with a character from 80 to 9F, or NONE
    private int characters; // all bits of all characters of the row but byte order marks
    private int[] guarded = {}; // columns of the row's values whose guards were taken off
    private int guards; // how many

    /**
     * Hands the rows of one segment to the handler.
     *
     * @param hasTextQuotes false when no field that is not quoted has a quote
     */
    public RowParser(
            ParsedRow parsed, Consumer<ParsedRow> rows, ChunkResult result, RowRules rules, boolean hasTextQuotes) {
        looks = hasTextQuotes || !parsed.segment().isAscii();
        this.parsed = parsed;
        this.rows = rows;
        this.result = result;
        this.rules = rules;
        headerLike = rules.headerLike();
        columns = headerLike.names().size();
        linesBefore = result.lines();
        HeaderLike.Shape[] keys = headerLike.shapes();
        keyShapes = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keyShapes[i] = shape(keys[i].first(), keys[i].length());
        }
    }

    /** Number of physical lines of the segment; known once all have been parsed. */
    public int lines() {
        return line - 1;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = (int) startingLine;
        parsed.begin(linesBefore + line);
        hasKey = false;
        hasMark = false;
        hasLineBreak = false;
        markedKey = NONE;
        loneQuotes = 0;
        control = NONE;
        characters = 0;
        guards = 0;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        parsed.add(field, buffer, offset, length, quoted);
        hasKey |= mayBeKey(buffer[offset], length);
        hasLineBreak |= quoted && hasLineBreak(buffer, offset, length);
        if (looks) {
            look(field, buffer, offset, length, quoted);
        }
        if (length == 0) {
            return;
        }
        char first = buffer[offset];
        int start = offset;
        if (first == HeaderLike.MARK && field == 0) {
            hasMark = true;
            start++;
            parsed.replace(field, start, length - 1);
            first = length > 1 ? buffer[start] : first;
        }
        if ((first == Guards.APOSTROPHE || first == '=') && rules.takesGuardsOff()) {
            takeGuardOff(field, buffer, start, offset + length - start);
        }
    }

    private static boolean hasLineBreak(char[] buffer, int offset, int length) {
        for (int at = offset; at < offset + length; at++) {
            if (buffer[at] == '\n' || buffer[at] == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Looks for quotes and byte order marks that may not stand where they stand. */
    private void look(int field, char[] buffer, int offset, int length, boolean quoted) {
        int first = NONE;
        int quotes = 0;
        for (int at = offset; at < offset + length; at++) {
            char c = buffer[at];
            characters |= c == HeaderLike.MARK ? 0 : c;
            if (c == '"') {
                quotes++;
                first = first == NONE ? at : first;
            } else if (c >= FIRST_CONTROL && c <= LAST_CONTROL && rules.isLatin1()) {
                control = control == NONE ? field : control;
            } else if (c == HeaderLike.MARK && at > (field == 0 ? offset : NONE) && rules.isKey(field)) {
                markedKey = markedKey == NONE ? field : markedKey;
            }
        }
        if (!quoted && (quotes & 1) == 1) {
            loneQuote = loneQuotes == 0 ? first : loneQuote;
            loneQuotes++;
        }
    }

    private void takeGuardOff(int field, char[] buffer, int start, int length) {
        int skipped = Guards.skipped(buffer, start, length);
        if (skipped == 0) {
            return;
        }
        int kept = skipped == 1 ? length - 1 : Guards.unquoted(buffer, start, length);
        parsed.replace(field, start + skipped, kept);
        if (guards == guarded.length) {
            guarded = Arrays.copyOf(guarded, Math.max(8, 2 * guards));
        }
        guarded[guards] = field;
        guards++;
    }

    @Override
    protected @Nullable ParsedRow buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            result.noteBlankLine(parsed.line());
            return null;
        }
        parsed.end(getFieldCount());
        HeaderLike.Kind kind = hasKey ? headerLike.of(cells()) : HeaderLike.Kind.ROW;
        if (kind == HeaderLike.Kind.SECOND_TABLE) {
            result.noteSecondTable(parsed.line());
            return null;
        }
        result.countRow();
        if (hasLineBreak) {
            tellSwallowed();
        }
        int undecodable = parsed.undecodable();
        if (undecodable > 0) {
            if (rules.assumesUtf8()) {
                result.note(Oddities.Kind.UNDECODABLE, ChunkResult.ROW, parsed.line(), () -> undecodable);
            }
            reject(undecodable, rules.undecodable());
            return null;
        }
        if (characters > 0x7F) {
            result.countBeyondAscii(parsed.line());
        }
        if (loneQuotes > 1) {
            reject(
                    parsed.columnAt(loneQuote),
                    loneQuotes + " fields have a lone quote and are not quoted; put a field with quotes in quotes,"
                            + " and double those in it" + escape());
        } else if (parsed.size() != columns && rules.leavesOut() && kind == HeaderLike.Kind.ROW && !fits()) {
            parsed.markOdd(columns, wrongNumber());
            rows.accept(parsed);
        } else if (parsed.size() != columns && !fits()) {
            rejectOfOtherWidth(parsed.size() > columns ? parsed.columnOf(columns) : parsed.columnOfEnd());
        } else if (kind == HeaderLike.Kind.HEADER_AGAIN) {
            reject(parsed.columnOfStart(), "the header again");
        } else if (markedKey != NONE) {
            reject(
                    parsed.columnOf(markedKey),
                    "a byte order mark within a field; was a file put behind another one without a line end?");
        } else {
            accept();
        }
        return null;
    }

    /** Tells of the record, which has several lines, when these look like rows. */
    private void tellSwallowed() {
        List<Integer> keys = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (int column = 0; column < Math.min(columns, parsed.size()); column++) {
            if (rules.isKey(column)) {
                keys.add(column);
                own.add(parsed.text(column));
            }
        }
        boolean isToBeAsked = !keys.isEmpty() && columns > 1;
        if (isToBeAsked && SwallowedRows.areIn(parsed.raw(), rules.form().delimiter(), columns, keys, own)) {
            note(Oddities.Kind.LINES_LIKE_ROWS, parsed::columnOfStart);
        }
    }

    /** True when a row of another number of fields than the header's is read all the same. */
    private boolean fits() {
        if (parsed.size() < columns) {
            return rules.form().pads() || parsed.isBlankFrom(0);
        }
        return parsed.isBlankFrom(columns);
    }

    private void accept() {
        if (parsed.size() < columns) {
            if (!parsed.isBlankFrom(0)) {
                noteShort();
            }
            parsed.resize(columns);
        } else if (parsed.size() > columns) {
            note(Oddities.Kind.EMPTY_AT_END, () -> parsed.columnOf(columns));
            parsed.resize(columns);
        }
        if (parsed.hadBlanks()) {
            note(Oddities.Kind.BLANKS_AROUND_QUOTES, parsed::columnOfBlank);
        }
        if (hasMark || parsed.hadMark()) {
            note(Oddities.Kind.BYTE_ORDER_MARK, parsed::columnOfStart);
        }
        if (control != NONE) {
            note(Oddities.Kind.CONTROL, () -> parsed.columnOf(control));
        }
        for (int i = 0; i < guards && guarded[i] < columns; i++) {
            int field = guarded[i];
            result.note(Oddities.Kind.GUARD, field, parsed.line(), () -> parsed.columnOf(field));
        }
        rows.accept(parsed);
    }

    private void note(Oddities.Kind kind, IntSupplier column) {
        result.note(kind, ChunkResult.ROW, parsed.line(), column);
    }

    /**
     * True when a cell of this first character and length may be a header's key. Never false for the key as the header has
     * it, stripped or not, nor where a byte order mark stands before it.
     */
    private boolean mayBeKey(char first, int length) {
        int shape = shape(first, length);
        boolean mayBe = first == HeaderLike.MARK;
        for (int key : keyShapes) {
            mayBe |= shape == key;
        }
        return mayBe;
    }

    /** Puts first character and length in one number, so that nearly always one comparison tells two texts apart. */
    private static int shape(char first, int length) {
        return length << Character.SIZE | first;
    }

    private void reject(int column, String reason) {
        result.reject(parsed.line(), column, reason, parsed.raw());
    }

    private void rejectOfOtherWidth(int column) {
        if (!result.takeFooter(parsed.line(), column, wrongNumber(), parsed.raw())) {
            reject(column, wrongNumber());
        }
    }

    private String wrongNumber() {
        return parsed.size() + (parsed.size() == 1 ? " field" : " fields") + ", the header has " + columns
                + (parsed.size() < columns ? "; short rows are read with ragged: pad" : "") + escape();
    }

    /** The advice for a row that has a quote behind a backslash, where that means nothing. */
    private String escape() {
        return !rules.form().backslash() && parsed.raw().contains("\\\"") ? BrokenQuote.ESCAPE : "";
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            cells.add(parsed.text(i));
        }
        return cells;
    }

    /** Takes note of a row that is shorter than the header, unless it is of a sheet, whose rows end with their last cell. */
    private void noteShort() {
        if (!parsed.isOfSheet()) {
            note(Oddities.Kind.SHORT, parsed::columnOfEnd);
        }
    }
}
