package org.leadscore.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** Writes one table cell by cell. Has to be flushed; the stream stays open. */
final class CsvTable {

    private static final int BUFFER = 1 << 16;

    private final CSVPrinter printer;
    private final boolean guarded;

    CsvTable(OutputStream out, CsvForm form) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        if (form.excel()) {
            writer.write('\uFEFF');
        }
        printer = new CSVPrinter(writer, form.format());
        guarded = form.formulaGuard();
    }

    /** What a person or another program wrote, and a spreadsheet might run. */
    void text(String cell) throws IOException {
        printer.print(guarded ? FormulaGuard.guard(cell) : cell);
    }

    void texts(List<String> cells) throws IOException {
        for (String cell : cells) {
            text(cell);
        }
    }

    /** What this program wrote: a number, a time, a word of its own. */
    void plain(CharSequence cell) throws IOException {
        printer.print(cell);
    }

    void endRow() throws IOException {
        printer.println();
    }

    void flush() throws IOException {
        printer.flush();
    }
}
