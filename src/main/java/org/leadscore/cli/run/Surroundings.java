package org.leadscore.cli.run;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.leadscore.lead.ShownText;
import org.leadscore.problem.PathEncoding;
import org.leadscore.problem.UsageException;
import org.leadscore.report.file.StandardOutput;
import org.leadscore.report.screen.Screen;
import org.leadscore.report.screen.Sheet;

/**
 * The streams, the clock and the settings that the program gets from outside.
 *
 * @param out takes results as bytes; text that people read goes to the writer of picocli
 * @param messages take text that people read, and show what a terminal would obey
 * @param screen the stream of {@code messages} as it is; for drawing only
 * @param workingDirectory the directory that relative paths of options count from
 * @param terminal the terminal that a person is watching
 * @param heap how many bytes Java may take for objects
 */
public record Surroundings(
        InputStream in,
        OutputStream out,
        ShownWriter messages,
        Writer screen,
        Clock clock,
        Path workingDirectory,
        Terminal terminal,
        long heap) {

    /**
     * Resolves a path that the user gave; it stays as it is when {@code workingDirectory} is empty.
     *
     * @throws UsageException when Java cannot name the file in the encoding of the locale
     */
    public Path resolve(String path) {
        return PathEncoding.resolve(workingDirectory, path);
    }

    /** Prints text that people read, and shows what a terminal would obey. */
    public PrintWriter err() {
        return messages.printer();
    }

    /** Prints a sentence at once that concerns this run only. */
    public void note(String words) {
        messages.print(messages.sheet().line("note: " + words));
    }

    /** A sheet for results that people read, on standard output. */
    public Sheet results() {
        return new Sheet(terminal.out() > 0 ? new Screen(terminal.out(), terminal.coloured(), ShownText::of) : null);
    }

    /** Writes a sheet of results to standard output. */
    public void print(Sheet results) {
        String text = results.isForScreen() ? results.text() : ShownText.of(results.text());
        StandardOutput.write(stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)), out);
    }
}
