package org.leadscore.ingest.scan;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.InputException;

/**
 * Tells the lines of places in a file's text, refuses lines and records that are too long to be held, and finds the ends of
 * long records. The file is read once more for that, as counting lines beforehand would take longer than reading. Made by
 * {@code Table}. Immutable.
 */
public final class TextPlaces {

    private static final int MOST = 1 << 26;

    /**
     * The most bytes of a line or record that is held in memory: 64 MiB, or a 16th of what Java may have for objects, in whole
     * MiB, as a line takes many times its length while it is read.
     */
    public static final int LONGEST =
            (int) Math.max(1 << 20, Math.min(MOST, Runtime.getRuntime().maxMemory() >> 24 << 20));

    /** Opens the text in UTF-8 from its beginning. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    private final String name;
    private final @Nullable Opening opening;
    private final long linesBefore;

    /**
     * The places in a text.
     *
     * @param name of the file
     * @param opening null where the file can be read only once, and lines cannot be told
     * @param linesBefore how many lines of the file stand before the text
     */
    public TextPlaces(String name, @Nullable Opening opening, long linesBefore) {
        this.name = name;
        this.opening = opening;
        this.linesBefore = linesBefore;
    }

    /**
     * Makes the error for a line or record that is longer than {@link #LONGEST}.
     *
     * @param what it is, with its article
     * @param start the byte of the text at which it begins
     */
    public InputException tooLong(String what, long start) {
        return tooLong(name + line(start), what);
    }

    /** Makes that error for a place that is known. */
    public static InputException tooLong(String place, String what) {
        return new InputException(place + ": " + what + " of more than " + (LONGEST >> 20) + " MiB"
                + (LONGEST < MOST ? ", the most that this run's memory allows" : "; no longer one is read")
                + "; is a line end missing?"
                + (LONGEST < MOST ? " If not, more --memory reads up to " + (MOST >> 20) + " MiB" : ""));
    }

    /**
     * The number of bytes of the record that begins at a byte of the text, its line end included, if it is sound; −1 when it is
     * not, and when the text can be read only once.
     */
    long lengthOfRecord(long start, RecordForm form) {
        Opening again = opening;
        if (again == null) {
            return LongRecords.NOT_SOUND;
        }
        try (InputStream text = again.open()) {
            text.skipNBytes(start);
            return new LongRecords(text, form).length();
        } catch (IOException e) {
            return LongRecords.NOT_SOUND; // whoever reads the text meets the same trouble, and tells it
        }
    }

    private String line(long start) {
        Opening again = opening;
        if (again == null) {
            return "";
        }
        try (InputStream text = again.open()) {
            return ":" + (linesBefore + 1 + lines(text, start)) + ":1";
        } catch (IOException | RuntimeException cannotBeReadAgain) {
            return ""; // the error that is being made says more
        }
    }

    private static long lines(InputStream text, long end) throws IOException {
        byte[] bytes = new byte[1 << 16];
        long lines = 0;
        long left = end;
        byte before = 0;
        while (left > 0) {
            int read = text.read(bytes, 0, (int) Math.min(bytes.length, left));
            if (read < 0) {
                return lines;
            }
            for (int i = 0; i < read; i++) {
                lines += bytes[i] == Lines.CR || bytes[i] == Lines.LF && before != Lines.CR ? 1 : 0;
                before = bytes[i];
            }
            left -= read;
        }
        return lines;
    }
}
