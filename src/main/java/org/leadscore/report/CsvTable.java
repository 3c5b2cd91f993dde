package org.leadscore.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** Writes one table cell by cell. Has to be flushed; the stream stays open. */
final class CsvTable {

    private static final int BLOCK = 1 << 16;

    private final OutputStream out;
    private final Utf8Text rows = new Utf8Text();
    private final CSVPrinter printer;

    /** Of the row at hand. Printed in one loop: printing is much code, which would be compiled for each place that calls it. */
    private final List<CharSequence> cells = new ArrayList<>();

    /** Which of the cells hold what a spreadsheet might run. */
    private final BitSet foreign = new BitSet();

    private final boolean guarded;

    /** A table from its beginning. */
    CsvTable(OutputStream out, CsvForm form) throws IOException {
        this(out, form, form.excel() ? "\uFEFF" : "");
    }

    private CsvTable(OutputStream out, CsvForm form, String mark) throws IOException {
        this.out = out;
        rows.append(mark);
        printer = new CSVPrinter(rows, form.format());
        guarded = form.formulaGuard();
    }

    /** Rows that go into the middle of a table. */
    static CsvTable continued(OutputStream out, CsvForm form) throws IOException {
        return new CsvTable(out, form, "");
    }

    /** What a person or another program wrote, and a spreadsheet might run. */
    void text(String cell) {
        foreign.set(cells.size());
        cells.add(cell);
    }

    void texts(List<String> more) {
        for (String cell : more) {
            text(cell);
        }
    }

    /** What this program wrote: a number, a time, a word of its own. */
    void plain(CharSequence cell) {
        cells.add(cell);
    }

    void endRow() throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            CharSequence cell = cells.get(i);
            printer.print(guarded && foreign.get(i) ? FormulaGuard.guard(cell.toString()) : cell);
        }
        cells.clear();
        foreign.clear();
        printer.println();
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
