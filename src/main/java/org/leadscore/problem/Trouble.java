package org.leadscore.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Puts the reason why a file could not be read or written into words that stand behind the file's name in a message.
 */
public final class Trouble {

    private Trouble() {}

    /** The reason, such as {@code permission denied}; the name of the exception's class when the system gives none. */
    public static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        String words = failure instanceof FileSystemException at ? at.getReason() : failure.getMessage();
        return words == null ? failure.getClass().getSimpleName() : words;
    }
}
