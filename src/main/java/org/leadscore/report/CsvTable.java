package org.leadscore.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Utf8Slice;

/**
 * Writes one table cell by cell. Has to be flushed; the stream stays open.
 *
 * <p>A cell is appended as it is. Most can stay so; any other, which might need quotes or a guard, is taken back and printed by
 * the library, who knows about quotes.
 */
final class CsvTable {

    private static final int BLOCK = 1 << 16;

    /** What letters like À, Ж and ש begin with. Before and behind them are spaces, and behind them full-width signs. */
    private static final byte FIRST_OF_LETTERS = (byte) 0xC3;

    private static final byte LAST_OF_LETTERS = (byte) 0xDF;

    private static final long QUOTES = Eight.times((byte) '"');

    private final OutputStream out;
    private final Utf8Text rows = new Utf8Text();
    private final CSVFormat format;
    private final String rowEnd;
    private final char delimiter;

    /** The first byte of the delimiter, eight times. */
    private final long delimiters;

    private final boolean guarded;
    private final boolean decimalCommas;

    /** Where the cell at hand begins, its delimiter included, and where its content does: the same in the first one of a row. */
    private int cell;

    private int content;
    private boolean inRow;

    /** A table from its beginning. */
    CsvTable(OutputStream out, CsvForm form) {
        this(out, form, form.excel() ? "\uFEFF" : "");
    }

    private CsvTable(OutputStream out, CsvForm form, String mark) {
        this.out = out;
        format = form.format();
        rowEnd = format.getRecordSeparator();
        delimiter = form.delimiter();
        delimiters = Eight.times(new Utf8Text().append(delimiter).at(0));
        guarded = form.formulaGuard();
        decimalCommas = form.decimalCommas();
        rows.append(mark);
    }

    /** Rows that go into the middle of a table. */
    static CsvTable continued(OutputStream out, CsvForm form) {
        return new CsvTable(out, form, "");
    }

    /** What a person or another program wrote, and a spreadsheet might run. */
    void text(String text) throws IOException {
        begin().append(text);
        endText();
    }

    void text(Utf8Slice text) throws IOException {
        begin().append(text);
        endText();
    }

    void slices(List<Utf8Slice> more) throws IOException {
        for (int i = 0; i < more.size(); i++) {
            text(more.get(i));
        }
    }

    void texts(List<String> more) throws IOException {
        for (String text : more) {
            text(text);
        }
    }

    /** What this program wrote: a time, a word of its own. */
    void plain(CharSequence text) throws IOException {
        begin().append(text);
        end(false);
    }

    /** Likewise. */
    void plain(byte[] utf8) throws IOException {
        begin().append(utf8);
        end(false);
    }

    void number(long number) {
        number(number, 0);
    }

    /** A number of units of the last decimal, with all its decimals. */
    void number(long units, int decimals) {
        begin().appendPlain(units, decimals);
        endNumber();
    }

    /** With so many decimals at most. */
    void points(long millionths, int decimals) {
        begin().appendPoints(millionths, decimals);
        endNumber();
    }

    /** With a point before its decimals. */
    void number(String plain) throws IOException {
        plain(decimalCommas ? plain.replace('.', ',') : plain);
    }

    /** Begins a text, to which may be appended until {@link #endText}. */
    Utf8Text begin() {
        cell = rows.length();
        if (inRow) {
            rows.append(delimiter);
        }
        content = rows.length();
        return rows;
    }

    /** Ends what {@link #begin} began. */
    void endText() throws IOException {
        end(guarded);
    }

    /** No form parts cells by what numbers are made of. */
    private void endNumber() {
        if (decimalCommas) {
            rows.replaceFrom(content, '.', ',');
        }
        inRow = true;
    }

    private void end(boolean guards) throws IOException {
        if (!isSound()) {
            String text = rows.from(content);
            rows.cut(cell);
            format.print(guards ? FormulaGuard.guard(text) : text, rows, !inRow);
        }
        inRow = true;
    }

    /** Whether the cell needs neither quotes nor a guard. False for some others, too: only the library says what needs quotes. */
    private boolean isSound() {
        if (content == rows.length()) {
            return inRow;
        }
        return mayBegin(rows.at(content))
                && rows.at(rows.length() - 1) != ' '
                && !rows.hasControlOr(QUOTES, delimiters, content);
    }

    /** Letters and digits, and a few marks beside them: no guard looks for them, and no quotes are for them. */
    private static boolean mayBegin(byte first) {
        return first > '@' || first >= '0' && first <= '9' || first >= FIRST_OF_LETTERS && first <= LAST_OF_LETTERS;
    }

    void endRow() throws IOException {
        rows.append(rowEnd);
        inRow = false;
        if (rows.length() >= BLOCK) {
            writeRows();
        }
    }

    void flush() throws IOException {
        writeRows();
        out.flush();
    }

    private void writeRows() throws IOException {
        rows.writeTo(out);
        rows.clear();
    }
}
