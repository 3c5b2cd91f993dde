package org.leadscore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.engine.Engine;
import org.leadscore.engine.Explained;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.lead.Text;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.oracle.RandomExports.Table;
import org.leadscore.report.explain.ExplanationText;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.next.Action;
import org.leadscore.segment.Ledger;

/** The same rows give the same bytes, however many threads work, however the files are cut, and in whatever order rows stand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvarianceTest {

    private static final int WHOLE = 1 << 22;
    private static final long DAY = 86_400_000;

    @TempDir
    Path directory;

    static LongStream seeds() {
        return LongStream.rangeClosed(101, 115);
    }

    /** The result of one run, its reports by name, and the explanation of its first lead. */
    private record Run(Result result, Map<String, String> reports, String explained) {

        /** The reports without the lines that tell where a row stands. */
        Map<String, String> whereverRowsStand() {
            Map<String, String> comparable = new TreeMap<>(reports);
            comparable.remove("summary.txt");
            comparable.computeIfPresent(
                    "summary.json",
                    (name, text) -> text.replaceAll("\"first\" : \".*\"", "")
                            .replaceAll("the first at [^\"]*", "")
                            .replaceAll("\".* spell one id differently, .*\"", "\"two spellings of one id\""));
            comparable.put(
                    "rejects.csv",
                    result.rejects().stream()
                            .map(reject -> reject.column() + " " + reject.reason() + " " + reject.raw())
                            .sorted()
                            .collect(Collectors.joining("\n")));
            return comparable;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void threads_chunks_and_order_change_nothing_in_any_report(long seed) throws IOException {
        Shape shape = Shape.draw(new Random(seed));
        RuleSet rules = RuleFile.parse("rules.yaml", RandomRules.drawWithFollowUp(new Random(seed + 1_000), shape))
                .rules();
        List<Table> tables = onceEach(RandomExports.draw(new Random(seed + 2_000), shape), new Random(seed));
        Path plain = write(tables, "plain");
        Path shuffled = write(shuffled(tables, new Random(seed)), "shuffled");
        Ledger ledger = ledger(rules, run(rules, plain, shape.asOf(), 1, WHOLE, Ledger.NONE), shape, new Random(seed));

        Run expected = run(rules, plain, shape.asOf(), 1, WHOLE, ledger);

        assertThat(expected.result().leads()).hasSizeGreaterThan(40);
        for (Run other : List.of(
                run(rules, plain, shape.asOf(), 3, 1 << 10, ledger), run(rules, plain, shape.asOf(), 2, 7, ledger))) {
            assertThat(other.reports()).isEqualTo(expected.reports());
            assertThat(other.explained()).isEqualTo(expected.explained());
        }
        for (Run other : List.of(
                run(rules, shuffled, shape.asOf(), 1, WHOLE, ledger),
                run(rules, shuffled, shape.asOf(), 3, 7, ledger))) {
            assertThat(other.whereverRowsStand()).isEqualTo(expected.whereverRowsStand());
            assertThat(other.explained()).isEqualTo(expected.explained());
        }
    }

    /** Shuffles the rows of tables, but of a contact list with an id twice, where it matters which row comes first. */
    private static List<Table> shuffled(List<Table> tables, Random random) {
        return tables.stream()
                .map(table -> switch (table.name()) {
                    case "contacts.csv" ->
                        table.rows().size() == once(table).rows().size() ? table.shuffled(random) : table;
                    case "web-1.csv" -> table.shuffled(random).named("web-3.csv");
                    case "web-3.csv" -> table.shuffled(random).named("web-1.csv");
                    default -> table.shuffled(random);
                })
                .toList();
    }

    /** Leaves one row for each id in the contact list, every other time. */
    private static List<Table> onceEach(List<Table> tables, Random random) {
        boolean once = random.nextBoolean();
        return tables.stream()
                .map(table -> once && table.name().equals("contacts.csv") ? once(table) : table)
                .toList();
    }

    private static Table once(Table contacts) {
        int before = contacts.columns().indexOf("email");
        Set<String> seen = new HashSet<>();
        List<Map<String, String>> rows = contacts.rows().stream()
                .filter(row -> seen.add(contacts.columns().subList(0, before).stream()
                        .map(column -> Text.fold(row.get(column)))
                        .collect(Collectors.joining(" "))))
                .toList();
        return new Table(contacts.name(), contacts.delimiter(), contacts.columns(), rows);
    }

    /** A ledger of the day, of earlier days, and of people and actions of which the rules know nothing. */
    private static Ledger ledger(RuleSet rules, Run run, Shape shape, Random random) {
        List<String> actions = new ArrayList<>(
                rules.followUp().actions().stream().map(Action::name).toList());
        actions.add("no longer done");
        List<Ledger.Entry> entries = new ArrayList<>();
        for (Utf8Slice id : run.result().ids()) {
            long time = shape.asOf() - DAY * Shape.pick(random, List.of(0, 0, 1, 10, 40));
            if (random.nextInt(3) == 0) {
                String to = Shape.pick(random, List.of("ana", "Ion", "zoe", "max", "Zoe", ""));
                entries.add(new Ledger.Entry(id, Ledger.Kind.HAND_OFF, "", to, time));
            } else if (random.nextInt(3) == 0) {
                String name = Shape.pick(random, actions);
                entries.add(new Ledger.Entry(id, Ledger.Kind.ACTION, name, "", time));
            }
        }
        return Ledger.of(shape.exact(), entries);
    }

    private Path write(List<Table> tables, String name) throws IOException {
        Path place = Files.createDirectory(directory.resolve(name));
        for (Table table : tables) {
            table.write(place);
        }
        return place;
    }

    private static Run run(RuleSet rules, Path place, long asOf, int threads, int chunkBytes, Ledger ledger) {
        Engine engine = new Engine(threads, Progress.NONE, Objections.NONE);
        Result result = engine.run(rules, exports(rules, place, chunkBytes), asOf, ledger);
        Map<String, String> reports = Reports.of(result, rules, asOf, threads);
        Explained how = engine.explain(
                        rules,
                        exports(rules, place, chunkBytes),
                        asOf,
                        result.ids().get(0).toString())
                .orElseThrow();
        return new Run(result, reports, ExplanationText.render(how, rules, asOf, Integer.MAX_VALUE));
    }

    private static Exports exports(RuleSet rules, Path place, int chunkBytes) {
        return Exports.withOutcomes(
                rules.sources(), rules.sources().outcomes(), place, InputStream.nullInputStream(), chunkBytes);
    }
}
