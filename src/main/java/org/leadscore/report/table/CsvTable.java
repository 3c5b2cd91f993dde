package org.leadscore.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.csv.CSVFormat;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Utf8Slice;

/**
 * Writes one table cell by cell. Has to be flushed; the stream stays open. Not thread-safe.
 *
 * <p>A cell is appended as it is. Most cells can stay so, or get quotes around them for a separator; a cell that might
 * need more, or a guard, is taken back and printed by the library, which knows about quotes.
 */
public final class CsvTable extends Cells {

    private static final int BLOCK = 1 << 16;

    /**
     * The first bytes of letters like À, Ж and ש. Lower and higher bytes begin spaces too, and higher ones full-width
     * signs.
     */
    private static final byte FIRST_OF_LETTERS = (byte) 0xC3;

    private static final byte LAST_OF_LETTERS = (byte) 0xDF;

    private static final long QUOTES = Eight.times((byte) '"');

    /**
     * The characters that a spreadsheet may take for the one that parts fields, whichever that is. A cell that has one
     * stands in quotes in every form.
     */
    private static final String SEPARATORS = ",;\t|";

    private final OutputStream out;

    /** The rows that are not written to the stream yet. */
    private final Utf8Text rows = new Utf8Text();

    private final CSVFormat format;
    private final String rowEnd;
    private final char delimiter;

    /** The separators and the delimiter, each eight times; of a delimiter beyond ASCII the first byte. */
    private final long[] separators;

    /** Tells whether texts get a guard against formulas. */
    private final boolean guarded;

    private final boolean decimalCommas;

    /** Tells whether texts of digits that Excel would change are written as formulas. */
    private final boolean excel;

    /** The index in {@link #rows} at which the cell at hand begins, its delimiter included. */
    private int cell;

    /** The index in {@link #rows} at which its content begins: the same in the first cell of a row. */
    private int content;

    /** Tells whether the row has a cell already. */
    private boolean inRow;

    /** A table from its beginning. */
    public CsvTable(OutputStream out, CsvForm form) {
        this(out, form, form.excel() ? "\uFEFF" : "");
    }

    private CsvTable(OutputStream out, CsvForm form, String mark) {
        this.out = out;
        format = form.format();
        rowEnd = format.getRecordSeparator();
        delimiter = form.delimiter();
        separators = LongStream.concat(
                        SEPARATORS.chars().mapToLong(one -> Eight.times((byte) one)),
                        LongStream.of(
                                Eight.times(new Utf8Text().append(delimiter).at(0))))
                .toArray();
        guarded = form.formulaGuard();
        decimalCommas = form.decimalCommas();
        excel = form.excel();
        rows.append(mark);
    }

    /** A table without a byte order mark, for rows that go into the middle of another. */
    static CsvTable continued(OutputStream out, CsvForm form) {
        return new CsvTable(out, form, "");
    }

    /** Writes a text that a person or another program wrote, which a spreadsheet might run. */
    @Override
    public void text(String text) throws IOException {
        begin().append(text);
        endText();
    }

    /** Writes a cell, quoted and guarded where it must be. */
    @Override
    public void text(Utf8Slice text) throws IOException {
        begin().append(text);
        endText();
    }

    /** Writes a cell for each text. */
    public void texts(List<String> more) throws IOException {
        for (String text : more) {
            text(text);
        }
    }

    /** Writes a cell for each name of a column, which never is a number for a spreadsheet. */
    public void names(List<String> more) throws IOException {
        for (String name : more) {
            begin().append(name);
            end(guarded, false);
        }
    }

    /** Writes a text that this program made, such as a time, without a guard. */
    @Override
    public void plain(CharSequence text) throws IOException {
        begin().append(text);
        end(false, false);
    }

    /** Writes UTF-8 that this program made, without a guard. */
    @Override
    public void plain(byte[] utf8) throws IOException {
        begin().append(utf8);
        end(false, false);
    }

    /** Writes a cell with a whole number. */
    @Override
    public void number(long number) {
        number(number, 0);
    }

    /** Writes a number of units of the last decimal, with all its decimals. */
    @Override
    public void number(long units, int decimals) {
        begin().appendPlain(units, decimals);
        endNumber();
    }

    /** Writes millionths of a point with so many decimals at most. */
    @Override
    public void points(long millionths, int decimals) {
        begin().appendPoints(millionths, decimals);
        endNumber();
    }

    /** Writes a number that is given with a decimal point. */
    @Override
    public void number(String plain) throws IOException {
        if (plain.isEmpty()) {
            plain(plain);
            return;
        }
        begin().append(plain);
        endNumber();
    }

    /** Begins a text, and answers where to append it until {@link #endText}. */
    @Override
    public Utf8Text begin() {
        cell = rows.length();
        if (inRow) {
            rows.append(delimiter);
        }
        content = rows.length();
        return rows;
    }

    /** Ends the text that {@link #begin} began. */
    @Override
    public void endText() throws IOException {
        end(guarded, excel);
    }

    /**
     * Ends a cell that is a number, which needs no quotes: no form parts cells by a character that numbers are made of.
     */
    private void endNumber() {
        if (decimalCommas) {
            rows.replaceFrom(content, '.', ',');
        }
        inRow = true;
    }

    /**
     * Ends a cell.
     *
     * @param guards whether it gets a guard if it needs one
     * @param keepsDigits whether it is written as a formula if Excel would change its digits
     */
    private void end(boolean guards, boolean keepsDigits) throws IOException {
        if (keepsDigits && mayBeDigits() && DigitText.isChanged(rows.from(content))) {
            String formula = DigitText.formula(rows.from(content));
            rows.cut(content);
            rows.append(quoted(formula));
        } else if (!isSound()) {
            String text = guards ? FormulaGuard.guard(rows.from(content)) : rows.from(content);
            if (hasSeparator(text)) {
                rows.cut(content);
                rows.append(quoted(text));
            } else {
                rows.cut(cell);
                format.print(text, rows, !inRow);
            }
        } else if (rows.hasOneOf(separators, content)) {
            if (delimiter < 0x80 || hasSeparator(rows.from(content))) {
                rows.quoteFrom(content);
            }
        }
        inRow = true;
    }

    private boolean hasSeparator(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || SEPARATORS.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** True unless the first byte tells that the cell is no text of digits that Excel would change. */
    private boolean mayBeDigits() {
        int length = rows.length() - content;
        return length > 1 && (rows.at(content) < '1' || length > DigitText.MOST) && rows.at(content) <= '9';
    }

    /**
     * True when the cell needs neither a guard nor quotes, unless it has a separator. False for some such cells, too:
     * only the library says which need quotes.
     */
    private boolean isSound() {
        if (content == rows.length()) {
            return inRow;
        }
        return mayBegin(rows.at(content)) && rows.at(rows.length() - 1) != ' ' && !rows.hasControlOr(QUOTES, content);
    }

    /**
     * True for the first byte of letters, digits, and a few marks: no cell that begins so needs a guard or, by itself,
     * quotes.
     */
    private static boolean mayBegin(byte first) {
        return first > '@' || first >= '0' && first <= '9' || first >= FIRST_OF_LETTERS && first <= LAST_OF_LETTERS;
    }

    /** Ends the row. */
    @Override
    public void endRow() throws IOException {
        rows.append(rowEnd);
        inRow = false;
        if (rows.length() >= BLOCK) {
            writeRows();
        }
    }

    /** Hands on all that was written. */
    public void flush() throws IOException {
        writeRows();
        out.flush();
    }

    private void writeRows() throws IOException {
        rows.writeTo(out);
        rows.clear();
    }
}
