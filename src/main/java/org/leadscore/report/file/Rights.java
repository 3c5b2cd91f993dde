package org.leadscore.report.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rights of the files and directories that a run makes. What is replaced keeps its own, with its group. No file has
 * wider rights than it will have in the end at any moment. Where a file system has no such rights, nothing is done.
 */
public final class Rights {

    /** The rights of what holds people: nobody but the owner reads it, whatever the umask says. */
    public static final Rights OF_OWNER = new Rights(PosixFilePermissions.fromString("rw-------"));

    /** The rights of what holds no people: those that the umask leaves. */
    public static final Rights BY_UMASK = new Rights(null);

    private static final boolean ARE_KNOWN =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Pattern MODE = Pattern.compile("0?6[0246][0246]");
    private static final String NARROWEST = "rw-------";

    /** The right to enter a directory that each right to read a file of it needs. */
    private static final Map<PosixFilePermission, PosixFilePermission> ENTERING = Map.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

    /** The rights of a file; null where the umask decides. */
    private final @Nullable Set<PosixFilePermission> permissions;

    private Rights(@Nullable Set<PosixFilePermission> permissions) {
        this.permissions = permissions;
    }

    /** The rights that a mode such as {@code 0640} names; empty unless the owner may read and write, and nobody run. */
    public static Optional<Rights> of(String mode) {
        if (!MODE.matcher(mode).matches()) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(mode, 8);
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values(); // from the owner's right to read on, as in a mode
        for (int i = 0; i < all.length; i++) {
            if ((bits >> all.length - 1 - i & 1) == 1) {
                permissions.add(all[i]);
            }
        }
        return Optional.of(new Rights(permissions));
    }

    /**
     * Makes a file for writing that is not there yet, and that another will be replaced by.
     *
     * @param replaced whose rights and group it gets, if that is there
     */
    FileChannel create(Path file, Path replaced) throws IOException {
        PosixFileAttributes before = attributes(replaced);
        if (before == null && permissions == null) {
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        FileChannel made = OwnFiles.create(file, NARROWEST);
        boolean given = false;
        try {
            if (before != null) {
                keep(file, before);
            } else if (permissions != null) {
                give(file, permissions);
            }
            given = true;
            return made;
        } finally {
            if (!given) {
                made.close();
            }
        }
    }

    /** Makes a directory, and those above it that are not there. */
    void createDirectories(Path directory) throws IOException {
        if (permissions == null || !ARE_KNOWN) {
            Files.createDirectories(directory);
            return;
        }
        List<Path> made = new ArrayList<>();
        for (Path above = directory.toAbsolutePath();
                above != null && Files.notExists(above);
                above = above.getParent()) {
            made.add(above);
        }
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Set<PosixFilePermission> ofDirectories = EnumSet.copyOf(permissions);
        permissions.forEach(each -> {
            PosixFilePermission entering = ENTERING.get(each);
            if (entering != null) {
                ofDirectories.add(entering);
            }
        });
        for (Path each : made) {
            give(each, ofDirectories);
        }
    }

    /** Gives a file the rights of another and its group; if the group cannot be kept, no rights that it alone had. */
    private static void keep(Path file, PosixFileAttributes before) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        Set<PosixFilePermission> kept = EnumSet.noneOf(PosixFilePermission.class);
        kept.addAll(before.permissions());
        if (!view.readAttributes().group().equals(before.group())) {
            try {
                view.setGroup(before.group());
            } catch (IOException notOfThisGroup) {
                kept.removeIf(each -> isGroups(each) && !before.permissions().contains(others(each)));
            }
        }
        give(file, kept);
    }

    private static boolean isGroups(PosixFilePermission permission) {
        return permission.name().startsWith("GROUP_");
    }

    private static PosixFilePermission others(PosixFilePermission groups) {
        return PosixFilePermission.valueOf(groups.name().replace("GROUP_", "OTHERS_"));
    }

    /** Gives a file of our own these rights, unless its file system has none that can be changed. */
    private static void give(Path file, Set<PosixFilePermission> permissions) throws IOException {
        if (!ARE_KNOWN || Files.getPosixFilePermissions(file).equals(permissions)) {
            return;
        }
        try {
            Files.setPosixFilePermissions(file, permissions);
        } catch (FileSystemException noSuchRights) {
            // the owner of a file may always change them, where they can be changed
        }
    }

    private static @Nullable PosixFileAttributes attributes(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            return view == null ? null : view.readAttributes();
        } catch (NoSuchFileException newFile) {
            return null;
        }
    }
}
