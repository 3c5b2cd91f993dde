package org.leadscore.report.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.Trouble;

/**
 * A directory of reports, claimed for one run. Keeps a {@link ReportList} of the reports that a run has written there:
 * reports of receivers, actions and segments that the last run wrote and this one does not are deleted, and no other files ever
 * are.
 */
public final class ReportDirectory {

    private static final Set<String> FOLDERS = Set.of("actions", "hand-off", "segments");

    /** The reports beside the ranking that come and go with the rules, too. */
    private static final Set<String> COME_AND_GO = Set.of("hand-off.csv", "accounts.csv");

    private final Outputs outputs;
    private final Path directory;
    private final Outputs.Output list;

    /** The list that the last run left; empty when there is none, and until it is read. */
    private Optional<ReportList> last = Optional.empty();

    /** The names of the reports that this run has claimed. */
    private final List<String> names = new ArrayList<>();

    /** The checksum of the ranking that this run writes. */
    private final CRC32C ranking = new CRC32C();

    /**
     * Claims a directory, which is made if it is not there.
     *
     * @throws OutputException when it cannot be made or written
     * @throws OutputHeldException when another run holds it
     */
    public ReportDirectory(Outputs outputs, Path directory) {
        this.outputs = outputs;
        this.directory = directory;
        this.list = outputs.claimDirectory(directory, ReportList.NAME);
    }

    /**
     * The reports that lie in a directory and are not among the names: those with one of the usual names, and all files
     * in the folders of receivers, actions and segments.
     *
     * @param usual names of reports that a run may write there
     * @param names paths in the directory, with slashes
     */
    public static List<String> others(Path directory, Collection<String> usual, Set<String> names) throws IOException {
        List<String> found = new ArrayList<>(usual.stream()
                .filter(name -> Files.isRegularFile(directory.resolve(name)))
                .toList());
        for (String folder : FOLDERS) {
            if (Files.isDirectory(directory.resolve(folder))) {
                try (Stream<Path> files = Files.list(directory.resolve(folder))) {
                    files.filter(Files::isRegularFile)
                            .map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> !name.startsWith("."))
                            .forEach(name -> found.add(folder + "/" + name));
                }
            }
        }
        return found.stream().filter(name -> !names.contains(name)).sorted().toList();
    }

    /** True for a report of a directory that comes and goes with the rules, by its true path. */
    static boolean isPassing(Path directory, Path file) {
        String name = String.valueOf(file.getFileName());
        return isFolderOf(directory, AtomicFile.directoryOf(file)) && !name.startsWith(".")
                || directory.equals(file.getParent()) && COME_AND_GO.contains(name);
    }

    /** True for the folders of a directory of reports whose files come and go with the rules. */
    static boolean isFolderOf(Path directory, Path folder) {
        return directory.equals(folder.getParent()) && FOLDERS.contains(String.valueOf(folder.getFileName()));
    }

    /**
     * Reads the list that the last run left. Called once the outputs are {@linkplain Outputs#ready ready}, as that may
     * put the list in its place.
     *
     * @throws OutputException when there is one that cannot be believed or understood; the message says the way out
     */
    public void readList() {
        try {
            last = ReportList.own(directory, outputs.own());
        } catch (IOException failure) {
            throw new OutputException(
                    directory.resolve(ReportList.NAME) + ": this list of what earlier runs wrote is not believed, "
                            + Trouble.of(failure)
                            + "; delete it, and a new one is begun; outdated reports of earlier runs stay then",
                    failure);
        }
    }

    /**
     * Claims a report.
     *
     * @param name its path in the directory, such as {@code actions/wake-up.csv}
     * @throws OutputException as {@link Outputs#claim} does
     */
    public Outputs.Output claim(String name) {
        return outputs.claim(named(name));
    }

    /**
     * Claims a report that is moved to its place after all others.
     *
     * @throws OutputException as {@link Outputs#claimLast} does
     */
    public Outputs.Output claimLast(String name) {
        return outputs.claimLast(named(name));
    }

    private Path named(String name) {
        Path file = directory.resolve(name);
        outputs.createDirectory(AtomicFile.directoryOf(file));
        names.add(name);
        return file;
    }

    /** The ranking, whose checksum is taken while it is written. */
    public Content checked(Content leads) {
        return out -> {
            ranking.reset();
            leads.writeTo(new CheckedOutputStream(out, ranking));
        };
    }

    /**
     * The number of rows of each source in the last run of an earlier day, as the list that was here knows them.
     *
     * @param asOf of this run, in milliseconds since 1970 UTC
     */
    public Map<String, Long> rowsBefore(ZoneDays zone, long asOf) {
        return last.map(list -> list.rowsBefore(zone, asOf)).orElse(Map.of());
    }

    /**
     * The facts of the earlier ranking that the run of this same moment compared itself with, as the list that was here
     * knows them; null where it does not.
     *
     * @param asOf of this run, in milliseconds since 1970 UTC
     */
    public ReportList.@Nullable Earlier earlier(long asOf) {
        return last.filter(list -> list.asOf() == asOf).map(ReportList::earlier).orElse(null);
    }

    /**
     * Writes the list, and has outdated reports deleted. Must be called when all reports that the list has a checksum of
     * are written.
     *
     * @param asOf of this run, in milliseconds since 1970 UTC
     * @param rows a row a source
     * @param gone ids of the leads that were in the earlier ranking and are not in this one
     * @param earlier the facts of the ranking that was compared with; null where they are not known
     * @return the list as it was written
     */
    public Optional<WrittenFile> finish(
            long asOf, List<ReportList.SourceRows> rows, List<String> gone, ReportList.@Nullable Earlier earlier) {
        List<String> files = names.stream()
                .filter(name -> !name.equals(ReportList.RANKING_FILE))
                .toList();
        ReportList written = new ReportList(asOf, ReportList.text(ranking), files, rows, gone, earlier);
        last.ifPresent(
                before -> before.files().stream().filter(this::isOutdated).forEach(this::remove));
        return list.writeSummed(out -> out.write(written.bytes()));
    }

    private boolean isOutdated(String name) {
        String[] parts = name.split("/", -1);
        boolean comesAndGoes = parts.length == 1
                ? COME_AND_GO.contains(name)
                : parts.length == 2
                        && FOLDERS.contains(parts[0])
                        && Files.isDirectory(directory.resolve(parts[0]), LinkOption.NOFOLLOW_LINKS);
        return comesAndGoes
                && Files.isRegularFile(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)
                && !names.contains(name)
                && !isOneOfOurs(name);
    }

    /**
     * True when the name leads to a report of this run, as on file systems that take large and small letters for the
     * same, or when that cannot be told.
     */
    private boolean isOneOfOurs(String name) {
        Path file = directory.resolve(name);
        return names.stream().map(directory::resolve).anyMatch(ours -> {
            try {
                return Files.exists(ours) && Files.exists(file) && Files.isSameFile(ours, file);
            } catch (IOException unreadable) {
                return true;
            }
        });
    }

    private void remove(String name) {
        outputs.remove(directory.resolve(name));
    }
}
