package org.leadscore.report.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Trouble;

/**
 * Reads a secret key from a file that only its owner, who must be the user of this process, may read and write. Taken for
 * pseudonyms.
 */
public final class KeyFile {

    /** The fewest bytes of a key. */
    private static final int SHORTEST = 32;

    /** The most bytes of a file that is taken for a key. */
    private static final int LONGEST = 4096;

    /** The fewest different bytes of a key that may be a random one. */
    private static final int FEWEST_DIFFERENT = 8;

    private KeyFile() {}

    /**
     * Reads a key: all bytes of the file but white space at its ends.
     *
     * @throws InputException when the file may be read by others, belongs to another user, or holds no good key; the
     *     message says how to make one
     */
    public static byte[] read(Path file) {
        return read(file, OwnFiles.OF_THIS_USER);
    }

    static byte[] read(Path file, OwnFiles own) {
        try {
            Path real = file.toRealPath();
            BasicFileAttributes before = attributes(real);
            requireSecret(real, own);
            byte[] bytes = bytes(real);
            requireSecret(real, own);
            if (!Objects.equals(before.fileKey(), attributes(real).fileKey())) {
                throw new IOException("it was exchanged while it was read");
            }
            return key(bytes);
        } catch (NoSuchFileException missing) {
            throw refused(file, "there is no such file", missing);
        } catch (IOException failure) {
            throw refused(file, Trouble.of(failure), failure);
        }
    }

    private static InputException refused(Path file, String why, IOException cause) {
        String name = file.toString();
        return new InputException(
                name + ": cannot be the key of pseudonyms: " + why + "; a new key is made by"
                        + " (umask 077; openssl rand -hex 32 > NEWFILE), and other keys give other pseudonyms",
                cause);
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static void requireSecret(Path file, OwnFiles own) throws IOException {
        Optional<String> strangeness = own.strangeness(file);
        if (strangeness.isPresent()) {
            throw new IOException(strangeness.get());
        }
        if (OwnFiles.isOpenToOthers(file)) {
            throw new IOException("others than its owner may read or write it; chmod 600 keeps it from them, and if"
                    + " somebody has read it, it is a key no more");
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            bytes.writeBytes(Channels.newInputStream(in).readNBytes(LONGEST + 1));
        }
        return bytes.toByteArray();
    }

    private static byte[] key(byte[] bytes) throws IOException {
        if (bytes.length > LONGEST) {
            throw new IOException("it has more than " + LONGEST + " bytes, and is hardly a key");
        }
        int from = 0;
        int to = bytes.length;
        while (from < to && isSpace(bytes[from])) {
            from++;
        }
        while (to > from && isSpace(bytes[to - 1])) {
            to--;
        }
        byte[] key = Arrays.copyOfRange(bytes, from, to);
        if (key.length == 0) {
            throw new IOException("it is blank");
        }
        if (key.length < SHORTEST) {
            throw new IOException("it has " + key.length + (key.length == 1 ? " byte" : " bytes") + " without the white"
                    + " space at its ends, and a key needs at least " + SHORTEST);
        }
        boolean[] seen = new boolean[1 << Byte.SIZE];
        int different = 0;
        for (byte each : key) {
            different += seen[each & 0xFF] ? 0 : 1;
            seen[each & 0xFF] = true;
        }
        if (different < FEWEST_DIFFERENT) {
            throw new IOException("it repeats the same few characters, and can be guessed");
        }
        return key;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }
}
