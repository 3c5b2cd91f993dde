package org.leadscore.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.InputsRead;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.RejectStore;
import org.leadscore.ingest.row.RowRules;
import org.leadscore.ingest.source.SourcePaths;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.made.MadeColumn;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.IdentitySource;
import org.leadscore.rules.source.ListSource;
import org.leadscore.rules.source.LookupSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.SourceFiles;
import org.leadscore.rules.source.Sources;
import org.leadscore.rules.source.TimeColumns;
import org.leadscore.spill.SpillPlace;

/**
 * The files of a rule set's sources, found, with their headers read; they are opened again when their rows are wanted.
 * An input that can be read only once, such as standard input, is copied meanwhile. Made by commands, taken by
 * {@code Engine} and {@code PastReader}.
 */
public final class Exports implements AutoCloseable {

    /** A log and its files, in the order of their names. */
    public record Log(EventSource source, List<Export> files) {

        /** Adds the oddities of rows that were read elsewhere, further down than all before. */
        public void addOddities(Oddities found) {
            files.get(0).oddities.add(found);
        }
    }

    /** The files of links between ids that one entry of the identities names. */
    public record LinkFiles(IdentitySource.InFile source, List<Export> files) {}

    /** The files of a lookup, whose rows have been read into memory. */
    public record LookupFiles(LookupSource source, List<Export> files) {}

    /** A file whose header has been read. */
    public static final class Export {

        private final Input input;
        private final Dialect dialect;
        private final int chunkBytes;
        private final List<String> header;

        /** The columns that cannot be made in this file, by name, each with the message about what it lacks. */
        private final Map<String, String> lacking;

        /** Told how many bytes of memory rejects take. */
        private LongConsumer rejectWatch = bytes -> {};

        /** About how many bytes of its text are read. */
        private long most = Long.MAX_VALUE;

        /** Keeps the rejects on disk; null to keep them in memory. */
        private @Nullable RejectStore store;

        /** The oddities of the table that was opened last. */
        private Oddities oddities = new Oddities();

        /**
         * Opens the file and reads its header.
         *
         * @param needed the columns that the file must have
         * @param chunkBytes about how much of the file is worked on at once
         * @param problems takes a message for each column that the file does not have, or has twice
         */
        Export(Input input, Dialect dialect, List<Field> needed, int chunkBytes, Consumer<String> problems) {
            this.input = input;
            this.dialect = dialect;
            this.chunkBytes = chunkBytes;
            try (Table table = Table.open(input, dialect, chunkBytes)) {
                this.header = table.header();
                this.lacking = table.lacking();
                for (Field column : needed) {
                    try {
                        table.require(column.name());
                    } catch (InputException missing) {
                        problems.accept(String.valueOf(missing.getMessage()));
                        if (header.size() == 1) {
                            break; // of a wrong delimiter, which is one mistake
                        }
                    }
                }
            }
        }

        List<String> header() {
            return header;
        }

        /** The bytes of the file. */
        public Input input() {
            return input;
        }

        /** The size of a chunk in bytes. */
        public int chunkBytes() {
            return chunkBytes;
        }

        /** False for an input that is copied while it is read, and that may not be copied any more. */
        public boolean canBeReadAgain() {
            return !(input instanceof RereadableInput);
        }

        /** The table from its first row, after it has been read; its rejects are nobody's. The caller closes it. */
        public Table openAgain() {
            return Table.open(input, dialect, chunkBytes);
        }

        /** The table from its first row, before it is read for its rows; its rejects are nobody's. The caller closes it. */
        public Table openBefore() {
            Table table = openAgain();
            table.readAtMost(most);
            return table;
        }

        /** The table from its first row; the caller closes it. */
        public Table open() {
            return open(dialect);
        }

        /** The same, with the rows that do not count. */
        public Table openWhole() {
            return open(dialect.leavingOut(null));
        }

        private Table open(Dialect form) {
            Table table = Table.open(input, form, chunkBytes);
            if (input.endsUnfinished()) {
                table.leaveUnfinished();
            }
            table.watchRejects(rejectWatch);
            table.readAtMost(most);
            oddities = new Oddities();
            table.countIn(oddities);
            RejectStore elsewhere = store;
            if (elsewhere != null) {
                table.keepRejectsOn(elsewhere);
            }
            return table;
        }
    }

    /** The names of the contact list and of the outcomes in messages. */
    public static final String CONTACTS = "contacts";

    public static final String OUTCOMES = "outcomes";

    /** The name of the files of links in tallies and messages. */
    public static final String IDENTITIES = "identities";

    /** The fewest rows with undecodable bytes that are taken for a whole source in another encoding. */
    private static final int FEWEST_UNDECODABLE = 10;

    /** One row in so many is the least share of them. */
    private static final int ONE_IN = 100;

    /** The most columns that a message names. */
    private static final int MOST_NAMED = 20;

    /** The number of bytes that a byte of a packed log stands for, as a rule. */
    private static final int TIMES_PACKED = 10;

    private final InputsRead inputs; // takes the inputs
    private final List<Export> contacts;
    private final List<Log> logs;
    private final List<Export> outcomes = new ArrayList<>();
    private final List<LinkFiles> identities = new ArrayList<>();
    private final List<LookupFiles> lookups = new ArrayList<>(); // which have been read

    /** Oddities of the rows of lookups, lists and objections, which are read before the other sources. */
    private final Set<Oddity> otherOddities = new LinkedHashSet<>();

    /** Warnings of lists without values, and of columns of lookups whose names the contact list has too. */
    private final List<String> otherDoubts = new ArrayList<>();

    /** Copies of inputs that can be read only once. */
    private final List<RereadableInput> copies = new ArrayList<>();

    /** True when sources say which ids are those of one person. */
    private final boolean areIdsLinked;

    /** True when the outcomes stand in the contact list, whose files are then read twice. */
    private boolean outcomesAreContacts;

    /**
     * Finds the files and reads their headers.
     *
     * @param base what relative paths of the rule file count from
     * @param chunkBytes about how much of a file is worked on at once
     * @throws InputException when a file is missing, cannot be read or is no table
     */
    public Exports(Sources sources, Path base, InputStream standardInput, int chunkBytes) {
        this(
                sources,
                null,
                files -> find(files, base, standardInput, RemoteFiles.NONE),
                chunkBytes,
                new InputsRead(),
                SpillPlace.ofSystem());
    }

    private Exports(
            Sources sources,
            @Nullable OutcomeSource customers,
            Function<SourceFiles, List<Input>> finder,
            int chunkBytes,
            InputsRead inputs,
            SpillPlace place) {
        areIdsLinked = !sources.identities().isEmpty();
        this.inputs = inputs;
        contacts = new ArrayList<>();
        logs = new ArrayList<>();
        try {
            for (ListSource source : sources.lists()) {
                tellToo(LookupReader.read(source, inputs(source.files(), source.dialect(), finder, place), chunkBytes));
                if (source.list().folded().isEmpty()) {
                    otherDoubts.add("the list '" + source.name() + "' has no values; is its file empty?");
                }
            }
            Opening opening = new Opening(finder, chunkBytes, place);
            for (LookupSource source : sources.lookups()) {
                if (!source.files().patterns().isEmpty()) {
                    List<Input> found = inputs(source.files(), source.dialect(), finder, place);
                    tellToo(LookupReader.read(source, found, chunkBytes));
                    lookups.add(new LookupFiles(
                            source, opening.exports(() -> found, source.dialect(), List.of(source.key()))));
                }
            }
            ContactSource list = sources.contacts();
            if (list != null) {
                opening.contacts(list, with(list.lead().fields(), sources.linkColumnsOfContacts()));
            }
            for (EventSource source : sources.events()) {
                List<Field> needed = with(needed(source), sources.linkColumns(source));
                logs.add(new Log(source, opening.exports(source.files(), source.dialect(), needed)));
            }
            for (IdentitySource.InFile source : sources.identityFiles()) {
                identities.add(
                        new LinkFiles(source, opening.exports(source.files(), source.dialect(), needed(source))));
            }
            if (customers != null) {
                opening.outcomes(customers, list);
            }
            opening.refuse();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private List<Input> inputs(
            SourceFiles files, Dialect dialect, Function<SourceFiles, List<Input>> finder, SpillPlace place) {
        List<Input> found = new ArrayList<>();
        for (Input input : finder.apply(files)) {
            found.add(repeatable(input, dialect, place));
        }
        return found;
    }

    /** The dialect of the contact list with the columns of its lookups, but for those whose names it has itself. */
    private Dialect withLookups(ContactSource list, List<Input> found, int chunkBytes) {
        Dialect dialect = list.dialect();
        if (lookups.isEmpty()) {
            return dialect;
        }
        Set<String> own = new HashSet<>();
        for (Input input : found) {
            try (Table table = Table.open(input, dialect, chunkBytes)) {
                own.addAll(table.header());
            }
        }
        List<MadeColumn> made = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(own);
        for (LookupFiles files : lookups) {
            LookupSource source = files.source();
            refuseUnknown(source, known);
            source.table().columns().forEach(column -> known.add(source.inRules(column)));
            Set<String> hidden = source.table().columns().stream()
                    .map(source::inRules)
                    .filter(own::contains)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            source.table().hide(hidden);
            hidden.forEach(column -> otherDoubts.add("the contact list has a column '" + column
                    + "' of its own, which is taken and not that of the lookup '" + source.name()
                    + "'; give the lookup another name"));
            made.addAll(source.columns(dialect));
        }
        return dialect.alsoMaking(made);
    }

    /** @param known the columns of the contact list, with those of the lookups before */
    private static void refuseUnknown(LookupSource source, Set<String> known) {
        if (!known.contains(source.by().name())) {
            List<String> names =
                    known.stream().filter(name -> !Text.isBlank(name)).sorted().toList();
            throw new InputException("%s: the contacts have no column '%s', by which the lookup '%s' finds its rows%s"
                    .formatted(
                            source.by().at(),
                            source.by().name(),
                            source.name(),
                            Nearest.hint(source.by().name(), names, "; known are " + Listing.of(names, MOST_NAMED))));
        }
    }

    /** Opens the files of one source after the other, and collects all that is wrong with them. Used once. */
    private final class Opening {

        private final Function<SourceFiles, List<Input>> finder;
        private final int chunkBytes;
        private final SpillPlace place;
        private final Set<String> problems = new LinkedHashSet<>();

        Opening(Function<SourceFiles, List<Input>> finder, int chunkBytes, SpillPlace place) {
            this.finder = finder;
            this.chunkBytes = chunkBytes;
            this.place = place;
        }

        /** @param needed the columns that each file must have */
        List<Export> exports(SourceFiles files, Dialect dialect, List<Field> needed) {
            return exports(() -> inputs(files, dialect, finder, place), dialect, needed);
        }

        List<Export> exports(Supplier<List<Input>> found, Dialect dialect, List<Field> needed) {
            List<Export> exports = new ArrayList<>();
            tryTo(() -> found.get()
                    .forEach(input ->
                            tryTo(() -> exports.add(new Export(input, dialect, needed, chunkBytes, problems::add)))));
            addLacking(dialect, exports);
            return exports;
        }

        void contacts(ContactSource list, List<Field> needed) {
            if (!lookups.isEmpty()) {
                refuse(); // what the lookups have is not known otherwise
            }
            tryTo(() -> {
                List<Input> found = inputs(list.files(), list.dialect(), finder, place);
                contacts.addAll(exports(() -> found, withLookups(list, found, chunkBytes), needed));
            });
        }

        void outcomes(OutcomeSource customers, @Nullable ContactSource list) {
            outcomes.addAll(exports(
                    () -> inputsOf(customers, list, finder).stream()
                            .map(input -> repeatable(input, customers.dialect(), place))
                            .toList(),
                    customers.dialect(),
                    needed(customers)));
        }

        private void tryTo(Runnable step) {
            try {
                step.run();
            } catch (InputException problem) {
                problems.add(String.valueOf(problem.getMessage()));
            }
        }

        /** Adds columns that can be made in no file of a source; where another file has what they are made of, they are blank. */
        private void addLacking(Dialect dialect, List<Export> files) {
            for (MadeColumn column : dialect.cells().made()) {
                if (!files.isEmpty() && files.stream().allMatch(file -> file.lacking.containsKey(column.name()))) {
                    problems.add(files.get(0).lacking.getOrDefault(column.name(), ""));
                }
            }
        }

        /** Ends the run if anything is wrong. */
        void refuse() {
            if (!problems.isEmpty()) {
                throw new InputException(String.join("\n", problems));
            }
        }
    }

    /** The inputs of the outcomes: those of the contact list where they stand in it, as they may be readable only once. */
    private List<Input> inputsOf(
            OutcomeSource customers, @Nullable ContactSource list, Function<SourceFiles, List<Input>> finder) {
        SourceFiles files = customers.files();
        if (files.patterns().isEmpty()) {
            throw new InputException(
                    files.at() + ": the outcomes have no path, so that nobody is known to be a customer;"
                            + " give them one, or write 'customers: keep' to score without them");
        }
        outcomesAreContacts = list != null
                && list.files().patterns().equals(files.patterns())
                && list.files().fromCommandLine() == files.fromCommandLine();
        return outcomesAreContacts ? contacts.stream().map(Export::input).toList() : finder.apply(files);
    }

    /** The exports of sources, outcomes included, whose contents are at hand. */
    public static Exports of(Sources sources, Function<SourceFiles, Input> contents) {
        return new Exports(
                sources,
                sources.outcomes(),
                files -> List.of(contents.apply(files)),
                Table.CHUNK,
                new InputsRead(),
                SpillPlace.ofSystem());
    }

    /**
     * The exports of a rule file's sources.
     *
     * @param rules the path of the rule file, from whose directory its relative paths count
     * @throws InputException when a file is missing, cannot be read or is no table
     */
    public static Exports of(Sources sources, Path rules, InputStream standardInput) {
        return of(sources, rules, standardInput, RemoteFiles.NONE, SpillPlace.ofSystem());
    }

    /**
     * The exports of a rule file's sources, where some files are named by URIs.
     *
     * @param place for copies of inputs that can be read only once
     * @throws InputException when a file is missing, cannot be read or is no table
     */
    public static Exports of(
            Sources sources, Path rules, InputStream standardInput, RemoteFiles remote, SpillPlace place) {
        return new Exports(
                sources,
                null,
                files -> find(files, directoryOf(rules), standardInput, remote),
                Table.CHUNK,
                new InputsRead(),
                place);
    }

    /**
     * The exports of a rule file's sources whose files others read too, so that each file has to be one that can be
     * read any number of times.
     *
     * @param outcomes those that are read as well; null for none
     * @param others who read them too, to stand in a message
     * @param inputs the inputs that were read before; takes these
     * @throws InputException when a file is missing, cannot be read, is no table, or can be read only once
     */
    public static Exports shared(
            Sources sources, @Nullable OutcomeSource outcomes, Path rules, String others, InputsRead inputs) {
        return new Exports(
                sources,
                outcomes,
                files -> {
                    List<Input> found =
                            find(files, directoryOf(rules), InputStream.nullInputStream(), RemoteFiles.NONE);
                    found.forEach(input -> input.requireRepeatable(others));
                    return found;
                },
                Table.CHUNK,
                inputs,
                SpillPlace.ofSystem());
    }

    /**
     * The exports of a rule file's sources, with those that say who became a customer.
     *
     * @param outcomes null for none
     * @param rules as for {@link #of}
     * @throws InputException when a file is missing, cannot be read or is no table
     */
    public static Exports withOutcomes(
            Sources sources, @Nullable OutcomeSource outcomes, Path rules, InputStream standardInput) {
        return withOutcomes(
                sources, outcomes, rules, standardInput, RemoteFiles.NONE, new InputsRead(), SpillPlace.ofSystem());
    }

    /**
     * The exports of a rule file's sources and outcomes, where some files are named by URIs.
     *
     * @param outcomes null for none
     * @param inputs takes the inputs, for their facts
     * @param place as for {@link #of}
     * @throws InputException when a file is missing, cannot be read or is no table
     */
    public static Exports withOutcomes(
            Sources sources,
            @Nullable OutcomeSource outcomes,
            Path rules,
            InputStream standardInput,
            RemoteFiles remote,
            InputsRead inputs,
            SpillPlace place) {
        return new Exports(
                sources,
                outcomes,
                files -> find(files, directoryOf(rules), standardInput, remote),
                Table.CHUNK,
                inputs,
                place);
    }

    /**
     * The exports of sources and outcomes, cut into chunks of a given size.
     *
     * @param outcomes null for none
     * @param base the directory from which relative paths count
     * @param chunkBytes about how much of a file is worked on at once
     * @throws InputException when a file is missing, cannot be read or is no table
     */
    public static Exports withOutcomes(
            Sources sources, @Nullable OutcomeSource outcomes, Path base, InputStream standardInput, int chunkBytes) {
        return new Exports(
                sources,
                outcomes,
                files -> find(files, base, standardInput, RemoteFiles.NONE),
                chunkBytes,
                new InputsRead(),
                SpillPlace.ofSystem());
    }

    /**
     * Reads the lists of a rule file, for leads that stand in no file.
     *
     * @param rules the path of the rule file, from whose directory its relative paths count
     * @throws InputException when a file is missing, cannot be read or is no table
     */
    public static void readLists(Sources sources, Path rules) {
        for (ListSource source : sources.lists()) {
            List<Input> inputs =
                    find(source.files(), directoryOf(rules), InputStream.nullInputStream(), RemoteFiles.NONE);
            LookupReader.read(source, inputs, Table.CHUNK);
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

    /** Ends the copying of inputs that can be read only once: each source is read once more at most. */
    public void readForTheLastTime() {
        if (!outcomesAreContacts) {
            copies.forEach(RereadableInput::readForTheLastTime);
        }
    }

    /** About the number of bytes of text of all files; −1 when that is not known of one. */
    public long bytes() {
        List<Long> sizes = all().map(export -> textSize(export.input())).toList();
        return sizes.contains(-1L)
                ? -1
                : sizes.stream().mapToLong(Long::longValue).sum();
    }

    private static long textSize(Input input) {
        return input.size() < 0 ? -1 : input.name().endsWith(".gz") ? TIMES_PACKED * input.size() : input.size();
    }

    /** Has the bytes of memory that rejects take reported from now on. */
    public void watchRejects(LongConsumer watch) {
        all().forEach(export -> export.rejectWatch = watch);
    }

    /** Has no more than about so many bytes of the text of each file read from now on. */
    public void readAtMost(long bytes) {
        all().forEach(export -> export.most = bytes);
    }

    /** Has rejects kept in a store and not in memory from now on. */
    public void keepRejectsOn(RejectStore store) {
        all().forEach(export -> export.store = store);
    }

    /** The oddities of the rows that were read, in the order of sources, kinds and columns. */
    public List<Oddity> oddities() {
        List<Oddity> all = new ArrayList<>();
        bySource().forEach((source, oddities) -> all.addAll(Oddity.of(source, oddities)));
        all.addAll(otherOddities);
        return all;
    }

    /** Has oddities told of rows of other sources, which were read before; each once, however often it is said. */
    public void tellToo(List<Oddity> others) {
        otherOddities.addAll(others);
    }

    /** The oddities that may make results wrong, and lists and columns of lookups that are of no use, in sentences. */
    public List<String> doubts() {
        return Stream.concat(oddities().stream().filter(Oddity::isDoubtful).map(Oddity::sentence), otherDoubts.stream())
                .toList();
    }

    /**
     * Refuses a source that is in another encoding than UTF-8 and does not say so: more than one row in a hundred, and ten at
     * least, have bytes that are not UTF-8, and no row has UTF-8 beyond ASCII.
     *
     * @throws InputException when a source that was read is one
     */
    public void requireDecodable() {
        bySource().forEach((source, oddities) -> {
            long undecodable = oddities.count(Oddities.Kind.UNDECODABLE);
            if (undecodable >= FEWEST_UNDECODABLE
                    && undecodable * ONE_IN > oddities.rows()
                    && oddities.count(Oddities.Kind.BEYOND_ASCII) == 0) {
                throw new InputException(
                        oddities.first(Oddities.Kind.UNDECODABLE) + ": bytes that are not UTF-8, as in "
                                + undecodable + " of " + oddities.rows() + " rows of '" + source
                                + "', none of which has letters beyond ASCII in UTF-8; write encoding: "
                                + RowRules.OTHER_ENCODING + " at that source");
            }
        });
    }

    private Map<String, Oddities> bySource() {
        Map<String, Oddities> bySource = new LinkedHashMap<>();
        contacts.forEach(export -> addTo(bySource, CONTACTS, export));
        for (Log log : logs) {
            log.files().forEach(export -> addTo(bySource, log.source().name(), export));
        }
        outcomes.forEach(export -> addTo(bySource, OUTCOMES, export));
        identities.forEach(links -> links.files().forEach(export -> addTo(bySource, IDENTITIES, export)));
        return bySource;
    }

    private static void addTo(Map<String, Oddities> bySource, String source, Export export) {
        bySource.computeIfAbsent(source, any -> new Oddities()).add(export.oddities);
    }

    private Stream<Export> all() {
        return Stream.of(
                        contacts.stream(),
                        outcomes.stream(),
                        logs.stream().flatMap(log -> log.files().stream()),
                        identities.stream().flatMap(links -> links.files().stream()))
                .flatMap(each -> each);
    }

    /** The files of the contact list. */
    public List<Export> contacts() {
        return contacts;
    }

    /** The logs, in the order of the rule file. */
    public List<Log> logs() {
        return logs;
    }

    /** The files of outcomes. */
    public List<Export> outcomes() {
        return outcomes;
    }

    /** True when sources say which ids are those of one person. */
    public boolean areIdsLinked() {
        return areIdsLinked;
    }

    /** The files of lookups, in the order of the rule file. */
    public List<LookupFiles> lookups() {
        return lookups;
    }

    /** The files of links between ids, in the order of the rule file. */
    public List<LinkFiles> identities() {
        return identities;
    }

    @Override
    public void close() {
        for (RereadableInput copy : copies) {
            try {
                copy.close();
            } catch (IOException harmless) {
                // everything that was wanted has been read
            }
        }
        copies.clear();
    }

    private static List<Field> needed(IdentitySource.InFile links) {
        List<Field> needed = new ArrayList<>(links.ends().fields());
        needed.addAll(links.dialect().leaveOutColumns());
        TimeColumns time = links.time();
        if (time != null) {
            needed.addAll(time.columns().fields());
        }
        return needed;
    }

    private static List<Field> with(List<Field> some, List<Field> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Field> needed(EventSource log) {
        List<Field> needed = new ArrayList<>(log.lead().fields());
        needed.addAll(log.time().columns().fields());
        needed.addAll(log.key());
        needed.addAll(log.event().fields());
        return needed;
    }

    private static List<Field> needed(OutcomeSource outcomes) {
        List<Field> needed = new ArrayList<>(outcomes.lead().fields());
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

    private Input repeatable(Input input, Dialect dialect, SpillPlace place) {
        if (input instanceof RereadableInput) {
            return input; // which is that of the contacts
        }
        if (input.isRepeatable()) {
            return inputs.add(dialect.isGrowing() ? input.growing() : input);
        }
        inputs.add(input);
        RereadableInput copy = new RereadableInput(input, place);
        copies.add(copy);
        return copy;
    }

    private static Set<String> columns(List<Export> exports) {
        Set<String> names = new LinkedHashSet<>();
        exports.forEach(export -> names.addAll(export.header()));
        return names;
    }
}
