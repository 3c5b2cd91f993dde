package org.leadscore.report.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.Trouble;

/** Writes reports to standard output. A reader that goes away early ({@code | head}) is no failure. */
public final class StandardOutput {

    private static final String BROKEN_PIPE = "Broken pipe";
    private static final Path DESCRIPTOR = Path.of("/proc/self/fd/1");

    private StandardOutput() {}

    /** The standard output of the process. Unlike {@link System#out} it throws when a write fails. */
    public static OutputStream ofProcess() {
        return new FileOutputStream(FileDescriptor.out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    super.write(bytes, from, length);
                } catch (IOException failure) {
                    throw isPipe() ? new IOException(BROKEN_PIPE, failure) : failure;
                }
            }
        };
    }

    /**
     * Writes and flushes.
     *
     * @return false when the reader had gone before the end
     * @throws OutputException for every other trouble, a full disk included
     */
    public static boolean write(Content content, OutputStream out) {
        try {
            content.writeTo(out);
            out.flush();
            return true;
        } catch (IOException failure) {
            if (isClosedPipe(failure)) {
                return false;
            }
            throw new OutputException("standard output: cannot be written, " + Trouble.of(failure), failure);
        }
    }

    static boolean isClosedPipe(IOException failure) {
        return BROKEN_PIPE.equals(failure.getMessage());
    }

    /**
     * True when standard output is a pipe. The system's own words for a pipe without a reader depend on the language,
     * and a pipe has no other way to fail.
     */
    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(DESCRIPTOR).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException noSuchDescriptor) {
            return false;
        }
    }
}
