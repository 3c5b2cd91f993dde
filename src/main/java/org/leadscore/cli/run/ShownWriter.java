package org.leadscore.cli.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.leadscore.lead.ShownText;

/**
 * The one writer for text that people read, on both streams: shows what a terminal would obey, as {@link ShownText}
 * does. Names of files, columns, values, rules and leads come from anywhere. Results that are files do not go through it.
 */
public final class ShownWriter extends Writer {

    private final Writer to;

    private ShownWriter(Writer to) {
        this.to = to;
    }

    /** A writer that hands on at once what it is given, and flushes at the end of each line. */
    public static PrintWriter over(Writer to) {
        return new PrintWriter(new ShownWriter(to), true);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        to.write(ShownText.of(new String(text, from, length)));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        to.write(ShownText.of(text.substring(from, from + length)));
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
