package org.leadscore.cli.run;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import org.leadscore.problem.PathEncoding;
import org.leadscore.problem.UsageException;

/**
 * The streams, the clock and the settings that the program gets from outside.
 *
 * @param out takes results as bytes; text that people read goes to the writer of picocli
 * @param err takes text that people read, and shows what a terminal would obey
 * @param screen the stream of {@code err} as it is; for drawing only
 * @param workingDirectory the directory that relative paths of options count from
 * @param terminal whether a person is watching {@code err}
 * @param colours whether what is printed may be coloured
 * @param heap how many bytes Java may take for objects
 */
public record Surroundings(
        InputStream in,
        OutputStream out,
        PrintWriter err,
        Writer screen,
        Clock clock,
        Path workingDirectory,
        boolean terminal,
        boolean colours,
        long heap) {

    /**
     * Resolves a path that the user gave; it stays as it is when {@code workingDirectory} is empty.
     *
     * @throws UsageException when Java cannot name the file in the encoding of the locale
     */
    public Path resolve(String path) {
        return PathEncoding.resolve(workingDirectory, path);
    }

    /** Prints a sentence at once that concerns this run only. */
    public void note(String words) {
        err.print("note: " + words + "\n");
        err.flush();
    }
}
