package org.leadscore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.leadscore.ingest.Chunk;
import org.leadscore.ingest.ChunkReader;
import org.leadscore.ingest.Input;
import org.leadscore.ingest.Table;
import org.leadscore.rules.RuleFile;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.EventPlan;
import org.leadscore.score.LeadStates;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogShareTest {

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
    void a_value_that_is_no_number_is_told_at_the_first_of_the_rows_that_say_the_same_whichever_was_read_first()
            throws Exception {
        String row = "k,l,2026-11-01,buy,much,long\n";
        String log = "key,lead,time,event,value,length\n" + row.repeat(3);
        RuleSet rules = RuleFile.parse("rules.yaml", RULES).rules();
        EventPlan plan =
                new EventPlan(rules, Instant.parse("2026-11-22T08:00:00Z").toEpochMilli());
        LeadStates states = plan.newStates(0);
        LogShare.Log shared = new LogShare.Log(
                rules.sources().events().get(0), Objections.NONE.directory(), false, new EventKeys(), Set.of());
        NumberTrouble numbers = new NumberTrouble();
        long duplicates = 0;
        try (Table table =
                Table.open(input(log), rules.sources().events().get(0).dialect(), row.length())) {
            List<Chunk> chunks = new ArrayList<>();
            for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
                chunks.add(chunk);
            }
            for (int chunk : new int[] {1, 2, 0}) {
                LogShare share = new LogShare(shared, new Scoring(plan), states);
                share.turnTo(table, 0);
                new ChunkReader(table).read(chunks.get(chunk), share);
                numbers.merge(share.numbers());
                duplicates += share.duplicates();
            }
            table.finish();

            assertThat(chunks).hasSize(3);
            assertThat(duplicates).isEqualTo(2);
            assertThat(numbers.report("web", List.of(table)))
                    .containsExactly(
                            new NotNumbers("web", "length", 1, "web.csv:2:25"),
                            new NotNumbers("web", "value", 1, "web.csv:2:20"));
        }
    }

    private Input input(String text) throws Exception {
        Path file = directory.resolve("web.csv");
        Files.write(file, text.getBytes(UTF_8));
        return Input.temporary(file, "web.csv");
    }
}
