package org.leadscore.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the system said when it refused, in words that stand behind a file's name. */
public final class Trouble {

    private Trouble() {}

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
