package org.leadscore.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.InputException;

/** Bytes that can be opened, under the name by which the user knows them. */
public interface Input {

    /** The name of the file as the user knows it. */
    String name();

    /** Opens the bytes as they stand, compressed if they are; whoever opens them closes them. */
    InputStream open() throws IOException;

    /** Opens the bytes at one of them, counted from 0. What is read so is not held against the bytes of other openings. */
    default InputStream openAt(long from) throws IOException {
        InputStream in = open();
        in.skipNBytes(from);
        return in;
    }

    /** The size in bytes, compressed if they are; -1 when that is not known. */
    long size();

    /** False when a second {@link #open} would not give the same bytes again. */
    boolean isRepeatable();

    /**
     * Refuses an input that cannot be opened again.
     *
     * @param reason why it has to be, to go behind "can be read once only, and"
     * @throws InputException where it can be read once only
     */
    default void requireRepeatable(String reason) {
        if (!isRepeatable()) {
            throw new InputException(name() + ": is a pipe or the like, which can be read once only, and " + reason
                    + "; put what comes out of it in a file");
        }
    }

    /** The URI by which other processes, on other machines too, may find the same bytes; null when they cannot. */
    default @Nullable String place() {
        return null;
    }

    /**
     * The same file as a log that others add to while it is read: up to the last line end of its size when it is first opened.
     * An input that is no file is read to its end all the same.
     */
    default Input growing() {
        return this;
    }

    /** True for a file that others may add to while it is read. */
    default boolean isGrowing() {
        return false;
    }

    /** True when bytes stand behind the last line end of a growing file, which are not read. Known once it has been opened. */
    default boolean endsUnfinished() {
        return false;
    }

    /**
     * Refuses a file that is not as it was when it was first opened. Who reads the bytes to their end, or opens them again, need
     * not ask.
     *
     * @throws InputException when it was changed, replaced or removed meanwhile
     */
    default void requireUnchanged() throws IOException {}

    /** A text that two inputs have in common if they stand for the same file and read it alike; null where it cannot be told. */
    default @Nullable String key() {
        return null;
    }

    /** The same input as another one of the same {@link #key}, so that the file has to stay the same for both. */
    default Input like(Input other) {
        return this;
    }

    /** The facts of what was read; empty as long as nothing was, and for bytes in memory. */
    default Optional<InputFacts> facts() {
        return Optional.empty();
    }

    /** The file that others see: the archive or workbook in which the bytes stand, or else this input itself. */
    default Input container() {
        return this;
    }

    /** The name of the bytes within their {@link #container}; null when they are a file of their own. */
    default @Nullable String inside() {
        return null;
    }

    /** True for the sheet of a workbook, whose bytes are CSV in UTF-8 with commas and doubled quotes. */
    default boolean isSheet() {
        return false;
    }

    /** The same input, where the numbers of a workbook are written with this decimal point. */
    default Input withDecimal(char point) {
        return this;
    }

    /** Makes an input of a file. */
    static Input of(Path path, String name) {
        return new FileInput(path, name);
    }

    /** Makes an input of bytes in memory, which are copied. */
    static Input of(String name, byte[] bytes) {
        return new BytesInput(name, bytes);
    }

    /** Makes an input of a stream, which can be opened once. */
    static Input of(String name, InputStream in) {
        return new StreamInput(name, name, in);
    }

    /** Makes an input of standard input, which can be opened once. */
    static Input ofStandardInput(InputStream in) {
        return new StreamInput("standard input", "-", in);
    }
}
