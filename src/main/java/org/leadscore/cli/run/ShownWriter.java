package org.leadscore.cli.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.CellText;
import org.leadscore.lead.ShownText;
import org.leadscore.report.screen.Screen;
import org.leadscore.report.screen.Sheet;

/**
 * The one writer for text that people read, on both streams: shows what a terminal would obey, as {@link ShownText}
 * does, and no values of cells in messages unless that is asked for. Names of files, columns, values, rules and leads come from anywhere. Results that are files do not go through it.
 */
public final class ShownWriter extends Writer {

    private final Writer to;

    /** The terminal that is written to; null where the text goes elsewhere. */
    private final @Nullable Screen screen;

    private boolean showsValues;

    /** Tells whether a value was left out. */
    private boolean hasHidden;

    /** @param columns the width of the terminal that is written to; 0 for none */
    private ShownWriter(Writer to, boolean showsValues, int columns, boolean coloured) {
        this.to = to;
        this.showsValues = showsValues;
        this.screen = columns > 0 ? new Screen(columns, coloured, this::fit) : null;
    }

    /** A writer that hands on at once what it is given, values of cells too, and flushes at the end of each line. */
    public static PrintWriter over(Writer to) {
        return new ShownWriter(to, true, 0, false).printer();
    }

    /** A writer for messages, without the values of cells until it is told to {@linkplain #showValues show} them. */
    public static ShownWriter ofMessages(Writer to, Terminal terminal) {
        return new ShownWriter(to, false, terminal.err(), terminal.coloured());
    }

    /** A sheet for this writer, which lays it out if it writes to a terminal. */
    public Sheet sheet() {
        return new Sheet(screen);
    }

    /** Writes a sheet of this writer at once. */
    public void print(Sheet sheet) {
        try {
            if (sheet.isForScreen()) {
                to.write(sheet.text());
            } else {
                write(sheet.text());
            }
            flush();
        } catch (IOException gone) {
            return; // as nobody reads, a PrintWriter would not tell either
        }
    }

    /** Prints to this writer, and flushes at the end of each line. */
    public PrintWriter printer() {
        return new PrintWriter(this, true);
    }

    /** Shows the values of cells from now on. */
    public void showValues() {
        showsValues = true;
    }

    /** True when a value of a cell was left out of a message. */
    public boolean hasHidden() {
        return hasHidden;
    }

    private String fit(String text) {
        if (showsValues || !CellText.isIn(text)) {
            return ShownText.of(text);
        }
        hasHidden = true;
        return ShownText.of(CellText.hidden(text));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        to.write(fit(new String(text, from, length)));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        to.write(fit(text.substring(from, from + length)));
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
