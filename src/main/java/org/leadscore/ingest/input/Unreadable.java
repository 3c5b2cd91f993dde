package org.leadscore.ingest.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Trouble;

/** Turns the failure to read a file into an error that says why in plain words. */
public final class Unreadable {

    private Unreadable() {}

    /** Makes the exception that names the file and the cause in plain words. */
    public static InputException because(String file, IOException cause) {
        return new InputException(file + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "may not be read by you; ask its owner";
        }
        String words = Trouble.of(cause);
        return words.equals("Is a directory") ? "is a directory; name a file in it" : "cannot be read: " + words;
    }
}
