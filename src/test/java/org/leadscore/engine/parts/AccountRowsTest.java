package org.leadscore.engine.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.segment.AccountRoll;
import org.leadscore.spill.SpillPlace;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountRowsTest {

    private static final int LEADS = 20_000;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sum", "max", "mean", "{top: 3}"})
    void accounts_that_were_rolled_up_on_disk_are_the_same(String combine) {
        RuleSet rules = RuleFile.parse("rules.yaml", """
                version: 1
                sources: {contacts: {path: contacts.csv, lead: email}}
                accounts: {by: company, combine: %s, columns: [city, phone]}
                """.formatted(combine)).rules();
        assertThat(rules.followUp().accounts()).isNotNull();
        AccountRoll roll =
                new AccountRoll(rules.followUp().accounts(), rules.scale().decimals(), bytes -> {});
        Random random = new Random(combine.hashCode());

        try (SpillPlace place = new SpillPlace(directory)) {
            AccountRows rows = new AccountRows(
                    rules.followUp().accounts(), rules, new MemoryBudget(0, 1 << 20, 0, 1, place), LEADS);
            for (int rank = 1; rank <= LEADS; rank++) {
                String company =
                        random.nextInt(50) == 0 ? " " : "Søn & " + "sS".charAt(rank % 2) + random.nextInt(5_000);
                String[] carried = {
                    random.nextBoolean() ? "" : "Città " + random.nextInt(9), random.nextBoolean() ? " " : "+34 " + rank
                };
                boolean isScored = random.nextInt(4) > 0;
                long score = random.nextInt(1_000);
                roll.add(rank, Utf8Slice.of(company), column -> carried[column], isScored, score);
                rows.add(rank, company, column -> carried[column], isScored, score);
            }

            assertThat(rows.accounts()).hasSizeGreaterThan(4_000).isEqualTo(roll.accounts());
            assertThat(place.bytes()).isPositive();
        }
    }
}
