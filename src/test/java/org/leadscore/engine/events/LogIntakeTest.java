package org.leadscore.engine.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.ValueProblems;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.engine.leads.Identities;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.RowBlock;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Table;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.event.EventRows;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogIntakeTest {

    private static final String RULES = """
            version: 1
            sources:
              events: [{name: web, path: web.csv, lead: lead, time: time, event: event, key: key}]
            implicit:
              - {name: Spent, did: {event: buy}, sum: value, per: 1, points: 1}
              - {name: Large, did: {length: {above: 9}}, points: 1}
            buckets: [{name: all, from: 0}]
            """;

    @TempDir
    Path directory;

    @Test
    void as_many_rows_as_a_block_has_are_looked_at_together() {
        assertThat(EventRows.ROOM).isEqualTo(RowBlock.MOST_ROWS);
    }

    @Test
    void a_value_that_is_no_number_is_told_at_the_first_of_the_rows_that_say_the_same_whichever_was_read_first()
            throws Exception {
        String row = "k,l,2026-11-01,buy,much,long\n";
        String log = "key,lead,time,event,value,length\n" + row.repeat(3);
        RuleSet rules = RuleFile.parse("rules.yaml", RULES).rules();
        EventPlan plan =
                new EventPlan(rules, Instant.parse("2026-11-22T08:00:00Z").toEpochMilli());
        LeadStates states = plan.newStates(0);
        LogIntake.Log shared = new LogIntake.Log(
                rules.sources().events().get(0),
                Objections.NONE.directory(),
                false,
                Identities.NONE,
                new EventKeys(),
                Set.of());
        ValueProblems wrong = new ValueProblems();
        long duplicates = 0;
        try (Table table =
                Table.open(input(log), rules.sources().events().get(0).dialect(), row.length())) {
            List<Chunk> chunks = new ArrayList<>();
            for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
                chunks.add(chunk);
            }
            for (int chunk : new int[] {1, 2, 0}) {
                LogIntake share = new LogIntake(shared, new ScoringUse(plan), states);
                share.turnTo(table, 0);
                new ChunkReader(table).read(chunks.get(chunk), share);
                wrong.merge(share.wrongValues());
                duplicates += share.counts().duplicate();
            }
            table.finish();

            assertThat(chunks).hasSize(3);
            assertThat(duplicates).isEqualTo(2);
            assertThat(wrong.report("web", rules.sources().events().get(0).dialect()::times, List.of(table)))
                    .containsExactly(
                            new WrongValues(Wanted.NUMBER, "web", "length", 1, "web.csv:2:25", ""),
                            new WrongValues(Wanted.NUMBER, "web", "value", 1, "web.csv:2:20", ""));
        }
    }

    /** There are too many pages to remember each of them. */
    @Test
    void conditions_on_a_column_with_thousands_of_values_hold_for_the_same_rows_as_with_few() throws Exception {
        RuleSet rules = RuleFile.parse("rules.yaml", """
                version: 1
                sources:
                  events: [{name: web, path: web.csv, lead: lead, time: time, event: event}]
                implicit:
                  - {name: Pricing, did: {event: view, page: {contains: /pricing/}}, points: 1}
                  - {name: Café, did: {event: view, page: {ends-with: é}}, points: 10}
                  - {name: Seven, did: {event: view, page: /en/pricing/7}, points: 50000}
                  - {name: Blank, did: {event: view, page: {present: false}}, points: 4000}
                buckets: [{name: all, from: 0}]
                """).rules();
        StringBuilder log = new StringBuilder("lead,time,event,page\n");
        for (int i = 0; i < 5_000; i++) {
            String page = switch (i % 5) {
                case 0 -> "/EN/Pricing/" + i / 5;
                case 1 -> " /en/pricing/" + i / 5 + " ";
                case 2 -> "/en/pricing" + i / 5;
                case 3 -> "/" + i / 5 + "/CAFÉ";
                default -> i % 100 == 4 ? "  " : "\"/en/\"\"/pricing/" + i / 5 + "\"";
            };
            log.append("l,2026-11-01,view,").append(page).append('\n');
        }
        Files.write(directory.resolve("web.csv"), log.toString().getBytes(UTF_8));

        try (Exports exports = new Exports(rules.sources(), directory, InputStream.nullInputStream(), 4_096)) {
            Result result = new Engine(2, Progress.NONE, Objections.NONE)
                    .run(rules, exports, Instant.parse("2026-11-22T08:00:00Z").toEpochMilli());

            assertThat(result.leads().get(0).score().engagement()).isEqualTo(312_950_000_000L);
        }
    }

    private Input input(String text) throws Exception {
        Path file = directory.resolve("web.csv");
        Files.write(file, text.getBytes(UTF_8));
        return Input.of(file, "web.csv");
    }
}
