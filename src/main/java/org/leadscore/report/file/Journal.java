package org.leadscore.report.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadscore.problem.Trouble;

/**
 * A record of the moves and removals that a run is about to make, written to disk before it makes them. While the
 * hidden files are being written it names them, so that they can be deleted; once it is complete, the moves are made,
 * by the next run if need be.
 *
 * <p>The journal lies beside the first of the files. In each other directory a note beside one of the files leads to
 * it. The form is text: {@code leadscore journal 1}, the command of the run, a line for each deed with the path from
 * the journal's directory, and {@code end} if it is complete; of a note the second line is {@code at} and the path.
 * Both get their name by a move, so that the text under it is whole, and nobody else may read or write them.
 *
 * @param command the command that writes all of the files, as messages show it; may be empty
 * @param complete whether all hidden files are whole
 */
record Journal(Path file, String command, List<Deed> deeds, boolean complete) {

    /** The ending of the journal's hidden name. */
    static final String ENDING = ".journal";

    private static final String HEAD = "leadscore journal 1";
    private static final String RUN = "run ";
    private static final String MOVE = "move ";
    private static final String REMOVE = "remove ";
    private static final String AT = "at ";
    private static final String END = "end";
    private static final String OWN_MODE = "rw-------";

    /**
     * A move or removal of one file.
     *
     * @param target the file that is replaced by its hidden one, or removed
     * @param removes whether it is removed
     */
    record Deed(Path target, boolean removes) {

        /** True when it was not done yet. */
        private boolean carryOut(Steps steps, OwnFiles own) throws IOException {
            if (removes) {
                if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                    return false;
                }
                steps.before("remove " + target.getFileName());
                Files.deleteIfExists(target);
                return true;
            }
            Path part = AtomicFile.hidden(target, AtomicFile.PART);
            if (!OwnFiles.isThere(part)) { // it was moved before the run died
                return false;
            }
            own.requireOwn(part);
            steps.before("move " + target.getFileName());
            AtomicFile.move(part, target);
            return true;
        }

        private void undo(Steps steps, OwnFiles own) {
            Path part = AtomicFile.hidden(target, AtomicFile.PART);
            if (!removes && own.isOwn(part)) {
                steps.before("delete " + part.getFileName());
                AtomicFile.delete(part);
            }
        }
    }

    Journal {
        deeds = List.copyOf(deeds);
    }

    /**
     * Reads what has the name of a journal: a journal, or a note that leads to one.
     *
     * @return empty when there is nothing
     * @throws IOException with the reason when it is not to be believed or not to be understood
     */
    static Optional<Found> find(Path file, OwnFiles own) throws IOException {
        List<String> lines = own.lines(file).orElse(null);
        if (lines == null) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw new IOException("it is damaged: its first line is not \"" + HEAD + "\"");
        }
        boolean isNote =
                lines.size() == 3 && lines.get(1).startsWith(AT) && lines.get(2).equals(END);
        return Optional.of(
                isNote
                        ? new Found(
                                Optional.empty(),
                                Optional.of(resolved(file, lines.get(1).substring(AT.length()))))
                        : new Found(Optional.of(parsed(file, lines)), Optional.empty()));
    }

    /** True when a file that is there begins as a journal or note does, whatever follows. */
    static boolean beginsLikeOne(Path file) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(HEAD.length()), StandardCharsets.UTF_8).equals(HEAD);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * The content of a file with the name of a journal; one of the two.
     *
     * @param elsewhere the path of the journal to which a note leads
     */
    record Found(Optional<Journal> journal, Optional<Path> elsewhere) {}

    private static Journal parsed(Path file, List<String> lines) throws IOException {
        boolean complete = lines.get(lines.size() - 1).equals(END);
        String command = "";
        List<Deed> deeds = new ArrayList<>();
        List<String> body = lines.subList(1, complete ? lines.size() - 1 : lines.size());
        for (String line : body) {
            if (line.startsWith(RUN) && deeds.isEmpty()) {
                command = OneLine.unescape(line.substring(RUN.length()));
            } else {
                deeds.add(deed(file, line, lines.indexOf(line) + 1));
            }
        }
        return new Journal(file, command, deeds, complete);
    }

    /** The deed of a line, which must be written as a run writes it: no path from the root, no way round. */
    private static Deed deed(Path file, String line, int number) throws IOException {
        boolean removes = line.startsWith(REMOVE);
        if (removes || line.startsWith(MOVE)) {
            String path = line.substring((removes ? REMOVE : MOVE).length());
            Path target = resolved(file, path);
            boolean isPlain = OneLine.escape(relative(file, target)).equals(path)
                    && path.endsWith(OneLine.escape(String.valueOf(target.getFileName())));
            if (isPlain && (!removes || ReportDirectory.isPassing(AtomicFile.directoryOf(file), target))) {
                return new Deed(target, removes);
            }
        }
        throw new IOException("it is damaged: line " + number + " is not one that a run writes");
    }

    /** Writes the journal to the disk in place of the one under its name. */
    void write(Steps steps, OwnFiles own) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        if (!command.isEmpty()) {
            lines.add(RUN + OneLine.escape(command));
        }
        for (Deed deed : deeds) {
            lines.add((deed.removes() ? REMOVE : MOVE) + OneLine.escape(relative(file, deed.target())));
        }
        if (complete) {
            lines.add(END);
        }
        write(file, lines, steps, own);
    }

    void writeNotes(Steps steps, OwnFiles own) throws IOException {
        for (Path note : notes()) {
            write(note, List.of(HEAD, AT + OneLine.escape(relative(note, file)), END), steps, own);
        }
    }

    /** The files that are replaced by their hidden ones. */
    List<Path> targets() {
        return deeds.stream().filter(deed -> !deed.removes()).map(Deed::target).toList();
    }

    /** True when the journal moves or removes the file. */
    boolean names(Path target) {
        return deeds.stream().anyMatch(deed -> deed.target().equals(target));
    }

    /** The name of a file of the journal in messages: the path from the journal's directory. */
    String nameOf(Path target) {
        return relative(file, target);
    }

    /**
     * Makes the moves and removals that are not made yet, then deletes the journal. Can be called again after it has
     * failed.
     *
     * @return the deeds that were not done before
     * @throws FileSystemException with the name of the target when the system does not move or remove it
     */
    List<Deed> carryOut(Steps steps, OwnFiles own) throws IOException {
        List<Deed> done = new ArrayList<>();
        for (Deed deed : deeds) {
            try {
                if (deed.carryOut(steps, own)) {
                    done.add(deed);
                }
            } catch (FileSystemException failure) {
                throw at(nameOf(deed.target()), failure);
            }
        }
        delete(steps, own);
        return done;
    }

    /** Deletes the hidden files, and the journal. */
    void undo(Steps steps, OwnFiles own) {
        deeds.forEach(deed -> deed.undo(steps, own));
        delete(steps, own);
    }

    /** Deletes the journal and its notes. */
    void delete(Steps steps, OwnFiles own) {
        delete(file, steps, own);
        notes().forEach(note -> delete(note, steps, own));
    }

    /** Deletes the journal or note of this name, and the unfinished file that was to get it. */
    static void delete(Path journalOrNote, Steps steps, OwnFiles own) {
        for (Path one : List.of(journalOrNote, partOf(journalOrNote))) {
            if (own.isOwn(one)) {
                steps.before("delete " + one.getFileName());
                AtomicFile.delete(one);
            }
        }
    }

    /** A note in each directory that a run with a file there does not look through for the journal. */
    private List<Path> notes() {
        Path here = AtomicFile.directoryOf(file);
        Map<Path, Path> byDirectory = new LinkedHashMap<>();
        for (Path target : targets()) {
            Path directory = AtomicFile.directoryOf(target);
            if (!directory.equals(here) && !ReportDirectory.isFolderOf(here, directory)) {
                byDirectory.putIfAbsent(directory, AtomicFile.hidden(target, ENDING));
            }
        }
        return List.copyOf(byDirectory.values());
    }

    private static void write(Path file, List<String> lines, Steps steps, OwnFiles own) throws IOException {
        steps.before("write " + file.getFileName());
        Path part = partOf(file);
        own.requireOwn(part);
        try {
            Files.deleteIfExists(part);
            try (FileChannel out = OwnFiles.create(part, OWN_MODE)) {
                ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            steps.before("move " + file.getFileName());
            AtomicFile.move(part, file);
        } catch (IOException failure) {
            throw at(file.toString(), failure);
        }
    }

    private static FileSystemException at(String name, IOException failure) {
        FileSystemException named = new FileSystemException(name, null, Trouble.of(failure));
        named.initCause(failure);
        return named;
    }

    private static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + AtomicFile.PART);
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

    private static Path resolved(Path from, String path) throws IOException {
        try {
            return AtomicFile.directoryOf(from).resolve(OneLine.unescape(path)).normalize();
        } catch (InvalidPathException garbage) {
            throw new IOException("it is damaged: it names a file that cannot be", garbage);
        }
    }
}
