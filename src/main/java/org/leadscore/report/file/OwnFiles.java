package org.leadscore.report.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the files of this user's own runs from files that somebody else has put under their names. A file is one of our
 * own when it is a regular file, no link of either kind, and belongs to the user of this process; what is read from it
 * is believed when nobody else may write it, too. Where the system knows no owners, only the kind of the file counts.
 */
final class OwnFiles {

    /** Tells who owns a file, without following a link; a test names another owner than the system. */
    @FunctionalInterface
    interface Owners {

        /** The owner, as {@link Files#getOwner} has it. */
        Object of(Path file) throws IOException;
    }

    /** The files of the user of this process. */
    static final OwnFiles OF_THIS_USER = new OwnFiles(file -> Files.getOwner(file, LinkOption.NOFOLLOW_LINKS));

    private static final Set<String> VIEWS = FileSystems.getDefault().supportedFileAttributeViews();
    private static final boolean HAS_OWNERS = VIEWS.contains("posix");
    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> OPEN = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final Path THIS_PROCESS = Path.of("/proc/self");

    private final Owners owners;

    OwnFiles(Owners owners) {
        this.owners = owners;
    }

    /** True when something has this name, be it a link that leads nowhere. */
    static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Opens a file for writing that is not there yet, whatever the umask says about those who may write it.
     *
     * @param permissions as {@code rw-r--r--}
     */
    static FileChannel create(Path file, String permissions) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileAttribute<?>[] attributes = HAS_OWNERS
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(file, options, attributes);
    }

    /** True when others than its owner may read or write a file. */
    static boolean isOpenToOthers(Path file) throws IOException {
        return HAS_OWNERS
                && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
                        .anyMatch(OPEN::contains);
    }

    /** Takes the right to write a file from all but its owner. */
    static void keepFromOthers(Path file) throws IOException {
        if (HAS_OWNERS) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.removeAll(OF_OTHERS)) {
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }

    /** The reason why a file that is there is none of our own; empty for one of our own. */
    Optional<String> strangeness(Path file) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isRegularFile()) {
            return Optional.of(Files.isSymbolicLink(file) ? "it is a symbolic link" : "it is no regular file");
        }
        if (HAS_OWNERS && !owners.of(file).equals(thisUser())) {
            return Optional.of("it belongs to another user");
        }
        boolean isShared = VIEWS.contains("unix")
                && (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1;
        return isShared ? Optional.of("it is a hard link to a file that has another name, too") : Optional.empty();
    }

    /** True when the file is there and is one of our own. */
    boolean isOwn(Path file) {
        try {
            return strangeness(file).isEmpty();
        } catch (IOException notThere) {
            return false;
        }
    }

    /**
     * Makes sure that a file is one of our own, or not there.
     *
     * @throws IOException with the name of the file, the reason and the way out, when somebody else has put it there
     */
    void requireOwn(Path file) throws IOException {
        if (!isThere(file)) {
            return;
        }
        Optional<String> strangeness = strangeness(file);
        if (strangeness.isPresent()) {
            throw new IOException(file + " is not of this user's runs: " + strangeness.get() + "; delete it");
        }
    }

    /**
     * Reads the lines of a file of our own.
     *
     * @return empty when there is none
     * @throws IOException with the reason when the file is none of our own, others may write it, or it is no text
     */
    Optional<List<String>> lines(Path file) throws IOException {
        BasicFileAttributes before;
        try {
            before = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            requireBelievable(file);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            Channels.newInputStream(in).transferTo(bytes);
        }
        requireBelievable(file);
        BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!Objects.equals(before.fileKey(), after.fileKey())) {
            throw new IOException("it was exchanged while it was read");
        }
        return Optional.of(text(bytes.toByteArray()).lines().toList());
    }

    private static String text(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException garbage) {
            throw new IOException("it is damaged: it is no text in UTF-8", garbage);
        }
    }

    private void requireBelievable(Path file) throws IOException {
        Optional<String> strangeness = strangeness(file);
        if (strangeness.isPresent()) {
            throw new IOException(strangeness.get());
        }
        if (HAS_OWNERS) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
            if (permissions.stream().anyMatch(OF_OTHERS::contains)) {
                throw new IOException("others than its owner may write it");
            }
        }
    }

    /** The user of this process; null when the system does not say. */
    private static @Nullable Object thisUser() throws IOException {
        return Files.exists(THIS_PROCESS)
                ? Files.getOwner(THIS_PROCESS)
                : FileSystems.getDefault()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
    }
}
