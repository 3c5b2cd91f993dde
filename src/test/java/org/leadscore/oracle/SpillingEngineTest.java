package org.leadscore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.engine.parts.MemoryBudget;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.segment.Account;
import org.leadscore.spill.SpillPlace;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpillingEngineTest extends EngineContract {

    @Test
    void whatever_is_read_goes_to_disk_in_many_parts_and_none_of_it_has_a_name() throws IOException {
        RuleFile file = RuleFile.parse("rules.yaml", """
                version: 1
                sources:
                  events: [{name: web, path: web.csv, lead: lead, time: time, event: event}]
                implicit: [{name: Views, did: view, points: 1}]
                """);
        String rows = IntStream.range(0, 1_000)
                .mapToObj(i -> "l" + i % 300 + ",2026-11-01,view\n")
                .collect(Collectors.joining());
        Files.writeString(directory.resolve("web.csv"), "lead,time,event\n" + rows);
        Path spilled = Files.createDirectory(directory.resolve("spilled"));

        try (SpillPlace place = new SpillPlace(spilled);
                Exports exports =
                        new Exports(file.rules().sources(), directory, InputStream.nullInputStream(), 1 << 10)) {
            Result result = Engine.within(new MemoryBudget(0, 8 << 20, 0, 2, place), 2, Progress.NONE, Objections.NONE)
                    .run(file.rules(), exports, 1_800_000_000_000L);

            assertThat(result.parts()).isEqualTo(16);
            assertThat(result.leads()).hasSize(300);
            assertThat(place.bytes()).isGreaterThan(20_000);
            assertThat(spilled).isEmptyDirectory();
        }
    }

    /** The leads together would take three times the room of a part. */
    @Test
    void those_who_objected_take_room_only_in_the_part_where_they_might_be() throws IOException {
        RuleFile file = RuleFile.parse("rules.yaml", """
                version: 1
                sources:
                  contacts: {path: contacts.csv, lead: lead, duplicates: refuse}
                  events: [{name: web, path: web.csv, lead: lead, time: time, event: event}]
                implicit: [{name: Views, did: view, points: 1}]
                """);
        Files.writeString(directory.resolve("contacts.csv"), "lead\n" + lines(0, 500, ""));
        Files.writeString(directory.resolve("web.csv"), "lead,time,event\n" + lines(0, 500, ",2026-11-01,view"));
        Objections objections =
                Objections.of(false, lines(400, 40_400, "").lines().toList());

        try (SpillPlace place = new SpillPlace(directory);
                Exports exports =
                        new Exports(file.rules().sources(), directory, InputStream.nullInputStream(), 1 << 10)) {
            Result result = Engine.within(new MemoryBudget(0, 1 << 19, 0, 2, place), 2, Progress.NONE, objections)
                    .run(file.rules(), exports, 1_800_000_000_000L);

            assertThat(result.parts()).isEqualTo(16);
            assertThat(result.leads()).hasSize(400);
            assertThat(result.tallies()).extracting(Tally::suppressed).containsExactly(100L, 100L);
        }
    }

    private static String lines(int from, int to, String more) {
        return IntStream.range(from, to).mapToObj(i -> "l" + i + more + "\n").collect(Collectors.joining());
    }

    @Test
    void what_fits_is_held_in_memory_and_no_file_is_made() throws IOException {
        RuleFile file = RuleFile.parse("rules.yaml", """
                version: 1
                sources:
                  events: [{name: web, path: web.csv, lead: lead, time: time, event: event}]
                implicit: [{name: Views, did: view, points: 1}]
                """);
        Files.writeString(directory.resolve("web.csv"), "lead,time,event\na,2026-11-01,view\nb,2026-11-01,view\n");

        try (SpillPlace place = new SpillPlace(directory);
                Exports exports =
                        new Exports(file.rules().sources(), directory, InputStream.nullInputStream(), 1 << 10)) {
            Result result = Engine.within(new MemoryBudget(1 << 26, 0, 0, 1, place), 2, Progress.NONE, Objections.NONE)
                    .run(file.rules(), exports, 1_800_000_000_000L);

            assertThat(result.parts()).isEqualTo(1);
            assertThat(place.bytes()).isZero();
        }
    }

    /** Rooms from one in which nothing fits to one in which all does; in some between, leads fit and their accounts do not. */
    @Test
    void accounts_are_the_same_in_any_room() throws IOException {
        RuleFile file = RuleFile.parse("rules.yaml", """
                version: 1
                sources:
                  contacts: {path: contacts.csv, lead: email}
                explicit: [{name: Size, field: size, tiers: [{at-least: 50, points: 5}]}]
                accounts: {by: company, columns: [city]}
                """);
        String rows = IntStream.range(0, 2_000)
                .mapToObj(i -> "l" + i + ",Company " + i + ",City of a long name " + i + "," + i % 100 + "\n")
                .collect(Collectors.joining());
        Files.writeString(directory.resolve("contacts.csv"), "email,company,city,size\n" + rows);
        List<Account> expected = null;
        boolean onlyAccountsOnDisk = false;

        for (long room = 0; room <= 3 << 20; room += 1 << 18) {
            try (SpillPlace place = new SpillPlace(directory);
                    Exports exports =
                            new Exports(file.rules().sources(), directory, InputStream.nullInputStream(), 1 << 10)) {
                Result result = Engine.within(
                                new MemoryBudget(room, 8 << 20, 0, 2, place), 2, Progress.NONE, Objections.NONE)
                        .run(file.rules(), exports, 1_800_000_000_000L);

                List<Account> accounts = List.copyOf(result.accounts());
                expected = expected == null ? accounts : expected;
                assertThat(accounts).hasSize(2_000).isEqualTo(expected);
                onlyAccountsOnDisk |= result.parts() == 1 && place.bytes() > 0;
            }
        }
        assertThat(onlyAccountsOnDisk).isTrue();
    }

    /** Room for nobody: whatever there is goes to disk, in 16 parts and as many sorted runs. */
    @Override
    Engine engine(RuleFile file, Objections objections, int pieceBytes) {
        return Engine.within(
                new MemoryBudget(0, 8 << 20, 0, 3, new SpillPlace(directory)), 3, Progress.NONE, objections);
    }
}
