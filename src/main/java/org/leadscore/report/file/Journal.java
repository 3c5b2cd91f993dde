package org.leadscore.report.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record of the moves and removals that a run is about to make, written to disk before it makes them. While the
 * hidden files are being written it names them, so that they can be deleted; once it is complete, the moves are made,
 * by the next run if need be.
 *
 * <p>The journal lies beside the first of the files. Beside each file outside of that directory lies a note that leads
 * to it. The form is text: {@code leadscore journal 1}, a line for each deed with the path from the journal's
 * directory, and {@code end} if it is complete; of a note the second line is {@code at} and the path. Both get their
 * name by a move, so that the text under it is whole.
 *
 * @param complete whether all hidden files are whole
 */
record Journal(Path file, List<Deed> deeds, boolean complete) {

    /** The ending of the journal's hidden name. */
    static final String ENDING = ".journal";

    private static final String HEAD = "leadscore journal 1";
    private static final String MOVE = "move ";
    private static final String REMOVE = "remove ";
    private static final String AT = "at ";
    private static final String END = "end";

    /**
     * A move or removal of one file.
     *
     * @param target the file that is replaced by its hidden one, or removed
     * @param removes whether it is removed
     */
    record Deed(Path target, boolean removes) {

        private void carryOut(Steps steps) throws IOException {
            if (removes) {
                steps.before("remove " + target.getFileName());
                Files.deleteIfExists(target);
                return;
            }
            Path part = AtomicFile.hidden(target, AtomicFile.PART);
            if (Files.exists(part)) { // otherwise it was moved before the run died
                steps.before("move " + target.getFileName());
                AtomicFile.move(part, target);
            }
        }

        private void undo(Steps steps) {
            Path part = AtomicFile.hidden(target, AtomicFile.PART);
            if (!removes && Files.exists(part)) {
                steps.before("delete " + part.getFileName());
                AtomicFile.delete(part);
            }
        }
    }

    Journal {
        deeds = List.copyOf(deeds);
    }

    /** Reads the journal under this name; empty when there is none, or it is no journal of this form. */
    static Optional<Journal> read(Path file) throws IOException {
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        boolean complete = lines.get(lines.size() - 1).equals(END);
        List<Deed> deeds = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(MOVE)) {
                deeds.add(new Deed(resolved(file, line.substring(MOVE.length())), false));
            } else if (line.startsWith(REMOVE)) {
                deeds.add(new Deed(resolved(file, line.substring(REMOVE.length())), true));
            }
        }
        return Optional.of(new Journal(file, deeds, complete));
    }

    /** The path of the journal to which a note leads; empty when the file is no note. */
    static Optional<Path> behindNote(Path note) throws IOException {
        List<String> lines = lines(note);
        return lines.size() < 2 || !lines.get(1).startsWith(AT)
                ? Optional.empty()
                : Optional.of(resolved(note, lines.get(1).substring(AT.length())));
    }

    /** Writes the journal to the disk in place of the one under its name. */
    void write(Steps steps) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        for (Deed deed : deeds) {
            lines.add((deed.removes() ? REMOVE : MOVE) + OneLine.escape(relative(file, deed.target())));
        }
        if (complete) {
            lines.add(END);
        }
        write(file, lines, steps);
    }

    void writeNotes(Steps steps) throws IOException {
        for (Path note : notes()) {
            write(note, List.of(HEAD, AT + OneLine.escape(relative(note, file)), END), steps);
        }
    }

    /** The files that are replaced by their hidden ones. */
    List<Path> targets() {
        return deeds.stream().filter(deed -> !deed.removes()).map(Deed::target).toList();
    }

    /** True for a file outside of the journal's directory, which may be on another file system. */
    boolean isElsewhere(Path target) {
        return !target.startsWith(AtomicFile.directoryOf(file));
    }

    /**
     * Makes the moves and removals that are not made yet, then deletes the journal. Can be called again after it has
     * failed.
     */
    void carryOut(Steps steps) throws IOException {
        for (Deed deed : deeds) {
            deed.carryOut(steps);
        }
        delete(steps);
    }

    /** Deletes the hidden files, and the journal. */
    void undo(Steps steps) {
        deeds.forEach(deed -> deed.undo(steps));
        delete(steps);
    }

    private void delete(Steps steps) {
        delete(file, steps);
        notes().forEach(note -> delete(note, steps));
    }

    /** Deletes the journal or note of this name, and the unfinished file that was to get it. */
    static void delete(Path journalOrNote, Steps steps) {
        for (Path one : List.of(journalOrNote, partOf(journalOrNote))) {
            if (Files.exists(one)) {
                steps.before("delete " + one.getFileName());
                AtomicFile.delete(one);
            }
        }
    }

    private List<Path> notes() {
        return targets().stream()
                .filter(this::isElsewhere)
                .map(target -> AtomicFile.hidden(target, ENDING))
                .toList();
    }

    private static void write(Path file, List<String> lines, Steps steps) throws IOException {
        steps.before("write " + file.getFileName());
        Path part = partOf(file);
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        steps.before("move " + file.getFileName());
        AtomicFile.move(part, file);
    }

    private static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + AtomicFile.PART);
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return lines.isEmpty() || !lines.get(0).equals(HEAD) ? List.of() : lines;
    }

    /**
     * The path from the directory of one file to another file, so that the directory can be mounted elsewhere in the
     * meantime.
     */
    private static String relative(Path from, Path to) {
        try {
            return AtomicFile.directoryOf(from).relativize(to).toString();
        } catch (IllegalArgumentException onAnotherDrive) {
            return to.toString();
        }
    }

    private static Path resolved(Path from, String path) {
        return AtomicFile.directoryOf(from).resolve(OneLine.unescape(path)).normalize();
    }
}
