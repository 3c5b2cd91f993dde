package org.leadscore.problem;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says why a path cannot be used when its characters and the bytes of the file system do not fit together. The system
 * names files by bytes; Java reads and writes these in the encoding of the locale, and loses what that does not have.
 */
public final class PathEncoding {

    /** The character that Java has in place of bytes that it could not read. */
    private static final char LOST = '\uFFFD';

    private PathEncoding() {}

    /**
     * A path as the user gave it, from a directory on.
     *
     * @throws UsageException when Java cannot name the file, or would name another one
     */
    public static Path resolve(Path directory, String given) {
        try {
            Path path = directory.resolve(given);
            if (given.indexOf(LOST) >= 0 && !Files.exists(path)) {
                throw new UsageException("'" + given + "': " + lost());
            }
            if (!path.isAbsolute()) {
                requireWorkingDirectory();
            }
            return path;
        } catch (InvalidPathException unmappable) {
            throw new UsageException("'" + given + "': " + reason(unmappable), unmappable);
        }
    }

    /** The reason why a text is no path, and what to do. */
    public static String reason(InvalidPathException failure) {
        return failure.getInput().indexOf('\0') >= 0
                ? "no path has a character NUL"
                : "this path has characters that " + locale()
                        + " does not have, so Java cannot name the file; set LC_ALL=C.UTF-8 before Java is started";
    }

    /** True when Java has lost bytes of a name that it has read. */
    public static boolean isLost(String name) {
        return name.indexOf(LOST) >= 0;
    }

    /** The reason why a name that was read cannot be written down, and what to do. */
    public static String lost() {
        return "this path has bytes that are no text in " + locale()
                + ", so Java cannot name the file; rename it, or set LC_ALL to a locale of its encoding, such as"
                + " C.UTF-8";
    }

    /**
     * Looks for a missing file under the same name in another encoding or with its accents written otherwise.
     *
     * @return words to put behind a message; empty when there is none
     */
    public static Optional<String> elsewhere(Path missing) {
        String name = String.valueOf(missing.getFileName());
        if (name.chars().allMatch(c -> c < 0x80)) {
            return Optional.empty();
        }
        Path parent = missing.getParent();
        Set<String> there;
        try (Stream<Path> files = Files.list(parent == null ? Path.of("") : parent)) {
            there = files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (there.stream()
                .anyMatch(other ->
                        Normalizer.normalize(other, Normalizer.Form.NFC).equals(composed))) {
            return Optional.of("; a file of this name is there with its accents as characters of their own,"
                    + " or the other way round: rename one of them");
        }
        return Stream.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))
                .filter(other -> there.contains(new String(name.getBytes(other), ofLocale())))
                .findFirst()
                .map(other ->
                        "; a file of this name in " + other.name() + " is there, and names are read in " + locale()
                                + ": "
                                + (other.equals(StandardCharsets.UTF_8)
                                        ? "set LC_ALL=C.UTF-8"
                                        : "rename it, or set LC_ALL to a locale of its encoding"));
    }

    /** Makes sure that paths from the working directory lead there. */
    private static void requireWorkingDirectory() {
        String directory = System.getProperty("user.dir", "");
        if (isLost(directory)) {
            throw new UsageException("'" + directory
                    + "': the working directory has a name with bytes that are no text in "
                    + locale() + ", so Java cannot find it; set LC_ALL to a locale of its encoding, such as C.UTF-8,"
                    + " or give all paths from the root on");
        }
    }

    private static String locale() {
        return ofLocale().name() + " (the encoding of the locale)";
    }

    private static Charset ofLocale() {
        return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    }
}
