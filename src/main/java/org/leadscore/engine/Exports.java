package org.leadscore.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Input;
import org.leadscore.ingest.RejectShelf;
import org.leadscore.ingest.RemoteFiles;
import org.leadscore.ingest.SourcePaths;
import org.leadscore.ingest.Table;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Trouble;
import org.leadscore.rules.ContactSource;
import org.leadscore.rules.Dialect;
import org.leadscore.rules.EventName;
import org.leadscore.rules.EventSource;
import org.leadscore.rules.Field;
import org.leadscore.rules.LeadKey;
import org.leadscore.rules.OutcomeSource;
import org.leadscore.rules.SourceFiles;
import org.leadscore.rules.Sources;
import org.leadscore.rules.TimeColumns;

/**
 * The files of a rule set's sources, found, with their headers read. What can be opened again is, when its rows are wanted;
 * standard input is kept open, or set aside in a temporary file when a log with a key may have all logs read twice.
 */
public final class Exports implements AutoCloseable {

    /** A log and its files, in the order of their names. */
    record Log(EventSource source, List<Export> files) {}

    /** A file whose header has been read. */
    static final class Export {

        private final Input input;
        private final Dialect dialect;
        private final int chunkBytes;
        private final List<String> header;
        private @Nullable Table held;
        private LongConsumer rejectWatch = bytes -> {};
        private @Nullable RejectShelf shelf;

        /** @param needed the columns that the file must have */
        Export(Input input, Dialect dialect, List<Field> needed, int chunkBytes) {
            this.input = input;
            this.dialect = dialect;
            this.chunkBytes = chunkBytes;
            Table table = Table.open(input, dialect, chunkBytes);
            this.header = table.header();
            needed.forEach(column -> table.require(column.name()));
            if (input.isRepeatable()) {
                table.close();
            } else {
                held = table;
            }
        }

        List<String> header() {
            return header;
        }

        Input input() {
            return input;
        }

        int chunkBytes() {
            return chunkBytes;
        }

        /** The table from its first row; the caller closes it. */
        Table open() {
            Table kept = held;
            held = null;
            Table table = kept != null ? kept : Table.open(input, dialect, chunkBytes);
            table.watchRejects(rejectWatch);
            RejectShelf elsewhere = shelf;
            if (elsewhere != null) {
                table.keepRejectsOn(elsewhere);
            }
            return table;
        }

        void close() {
            if (held != null) {
                held.close();
            }
        }
    }

    /** What packing makes of logs as a rule. */
    private static final int TIMES_PACKED = 10;

    private final List<Export> contacts;
    private final List<Log> logs;
    private final List<Export> outcomes = new ArrayList<>();
    private final List<Path> temporary = new ArrayList<>();

    /**
     * Finds the files and reads their headers.
     *
     * @param base what relative paths of the rule file count from
     * @param chunkBytes about how much of a file is worked on at once
     * @throws InputException when a file is missing, cannot be read or is no table
     */
    public Exports(Sources sources, Path base, InputStream standardInput, int chunkBytes) {
        this(sources, base, standardInput, chunkBytes, RemoteFiles.NONE);
    }

    /**
     * Likewise, where some files are named by URIs.
     *
     * @throws InputException as above
     */
    public Exports(Sources sources, Path base, InputStream standardInput, int chunkBytes, RemoteFiles remote) {
        this(sources, files -> find(files, base, standardInput, remote), chunkBytes);
    }

    private Exports(Sources sources, Function<SourceFiles, List<Input>> finder, int chunkBytes) {
        contacts = new ArrayList<>();
        logs = new ArrayList<>();
        try {
            ContactSource list = sources.contacts();
            if (list != null) {
                for (Input input : finder.apply(list.files())) {
                    contacts.add(new Export(input, list.dialect(), needed(list.lead()), chunkBytes));
                }
            }
            boolean twice = sources.events().stream().anyMatch(log -> !log.key().isEmpty());
            for (EventSource source : sources.events()) {
                List<Export> exports = new ArrayList<>();
                for (Input input : finder.apply(source.files())) {
                    Input kept = twice && !input.isRepeatable() ? setAside(input) : input;
                    exports.add(new Export(kept, source.dialect(), needed(source), chunkBytes));
                }
                logs.add(new Log(source, exports));
            }
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Sources whose contents are at hand. */
    public static Exports of(Sources sources, Function<SourceFiles, Input> contents) {
        return new Exports(sources, files -> List.of(contents.apply(files)), Table.CHUNK);
    }

    /**
     * The files of a rule file's sources.
     *
     * @param rules the rule file, from whose directory its relative paths count
     * @throws InputException as the constructor does
     */
    public static Exports of(Sources sources, Path rules, InputStream standardInput) {
        return of(sources, rules, standardInput, RemoteFiles.NONE);
    }

    /**
     * Likewise, where some files are named by URIs.
     *
     * @throws InputException as the constructor does
     */
    public static Exports of(Sources sources, Path rules, InputStream standardInput, RemoteFiles remote) {
        return new Exports(sources, directoryOf(rules), standardInput, Table.CHUNK, remote);
    }

    /**
     * The files of a rule file's sources, and those that say who became a customer.
     *
     * @param rules as for {@link #of}
     * @throws InputException as the constructor does
     */
    public static Exports withOutcomes(Sources sources, OutcomeSource outcomes, Path rules, InputStream standardInput) {
        return withOutcomes(sources, outcomes, rules, standardInput, RemoteFiles.NONE);
    }

    /**
     * Likewise, where some files are named by URIs.
     *
     * @throws InputException as the constructor does
     */
    public static Exports withOutcomes(
            Sources sources, OutcomeSource outcomes, Path rules, InputStream standardInput, RemoteFiles remote) {
        return withOutcomes(sources, outcomes, directoryOf(rules), standardInput, Table.CHUNK, remote);
    }

    /**
     * Likewise, cut as the constructor cuts them.
     *
     * @throws InputException as the constructor does
     */
    public static Exports withOutcomes(
            Sources sources, OutcomeSource outcomes, Path base, InputStream standardInput, int chunkBytes) {
        return withOutcomes(sources, outcomes, base, standardInput, chunkBytes, RemoteFiles.NONE);
    }

    private static Exports withOutcomes(
            Sources sources,
            OutcomeSource outcomes,
            Path base,
            InputStream standardInput,
            int chunkBytes,
            RemoteFiles remote) {
        Exports exports = new Exports(sources, base, standardInput, chunkBytes, remote);
        try {
            for (Input input : find(outcomes.files(), base, standardInput, remote)) {
                exports.outcomes.add(new Export(input, outcomes.dialect(), needed(outcomes), chunkBytes));
            }
            return exports;
        } catch (RuntimeException failure) {
            exports.close();
            throw failure;
        }
    }

    /** The names of all columns of the outcomes; empty where they were not asked for. */
    public Set<String> outcomeColumns() {
        return columns(outcomes);
    }

    /** The names of all columns of the contact list; null without one. */
    public @Nullable Set<String> contactColumns() {
        return contacts.isEmpty() ? null : columns(contacts);
    }

    /** The names of all columns of each log, by the log's name. */
    public Map<String, Set<String>> eventColumns() {
        Map<String, Set<String>> byLog = new LinkedHashMap<>();
        for (Log log : logs) {
            byLog.put(log.source().name(), columns(log.files()));
        }
        return byLog;
    }

    /** Whether all of them can be read a second time. */
    boolean areRepeatable() {
        return all().allMatch(export -> export.input().isRepeatable());
    }

    /** About how many bytes of text all of them are; −1 when that is not known of one. */
    long bytes() {
        List<Long> sizes = all().map(export -> textSize(export.input())).toList();
        return sizes.contains(-1L)
                ? -1
                : sizes.stream().mapToLong(Long::longValue).sum();
    }

    private static long textSize(Input input) {
        return input.size() < 0 ? -1 : input.name().endsWith(".gz") ? TIMES_PACKED * input.size() : input.size();
    }

    /** From now on somebody is told how many bytes of memory rejects take. */
    void watchRejects(LongConsumer watch) {
        all().forEach(export -> export.rejectWatch = watch);
    }

    /** From now on rejects are kept there, and not in memory. */
    void keepRejectsOn(RejectShelf shelf) {
        all().forEach(export -> export.shelf = shelf);
    }

    private Stream<Export> all() {
        return Stream.concat(
                Stream.concat(contacts.stream(), outcomes.stream()),
                logs.stream().flatMap(log -> log.files().stream()));
    }

    List<Export> contacts() {
        return contacts;
    }

    List<Log> logs() {
        return logs;
    }

    List<Export> outcomes() {
        return outcomes;
    }

    @Override
    public void close() {
        contacts.forEach(Export::close);
        outcomes.forEach(Export::close);
        logs.forEach(log -> log.files().forEach(Export::close));
        for (Path file : temporary) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException leftBehind) {
                // is deleted when the program ends
            }
        }
        temporary.clear();
    }

    private static List<Field> needed(LeadKey lead) {
        return lead instanceof LeadKey.Named named ? named.columns().fields() : List.of();
    }

    private static List<Field> needed(EventSource log) {
        List<Field> needed = new ArrayList<>(needed(log.lead()));
        needed.addAll(log.time().columns().fields());
        needed.addAll(log.key());
        if (log.event() instanceof EventName.FromColumn named) {
            needed.add(named.column());
        }
        return needed;
    }

    private static List<Field> needed(OutcomeSource outcomes) {
        List<Field> needed = new ArrayList<>(needed(outcomes.lead()));
        TimeColumns time = outcomes.time();
        if (time != null) {
            needed.addAll(time.columns().fields());
        }
        return needed;
    }

    private static List<Input> find(SourceFiles files, Path base, InputStream standardInput, RemoteFiles remote) {
        return SourcePaths.resolve(files, files.fromCommandLine() ? Path.of("") : base, standardInput, remote);
    }

    private static Path directoryOf(Path rules) {
        Path directory = rules.getParent();
        return directory == null ? Path.of("") : directory;
    }

    private Input setAside(Input input) {
        try {
            Path copy = Files.createTempFile("leadscore-", ".csv");
            copy.toFile().deleteOnExit(); // a signal must not leave people's data behind
            temporary.add(copy);
            try (InputStream in = input.open()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return Input.temporary(copy, input.name());
        } catch (IOException failure) {
            throw new InputException(
                    input.name() + ": could not be set aside for a second reading: " + Trouble.of(failure), failure);
        }
    }

    private static Set<String> columns(List<Export> exports) {
        Set<String> names = new LinkedHashSet<>();
        exports.forEach(export -> names.addAll(export.header()));
        return names;
    }
}
