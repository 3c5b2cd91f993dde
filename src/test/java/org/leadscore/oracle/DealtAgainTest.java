package org.leadscore.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.engine.parts.MemoryBudget;
import org.leadscore.engine.parts.TooLittleMemory;
import org.leadscore.lead.CellText;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.spill.SpillPlace;

/** No part fits: each is dealt out again and again, down to leads that are scored one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DealtAgainTest extends EngineContract {

    private static final long ENOUGH = 1 << 24;
    private static final long LINKS = 100_000;
    private static final int PAGES = 40;
    private static final long AS_OF = 1_800_000_000_000L;

    @Test
    void each_lead_is_a_part_of_its_own_in_the_end() throws IOException {
        RuleFile file = write(30);

        Result result = run(file, new MemoryBudget(0, 0, ENOUGH, 2, new SpillPlace(directory)));

        assertThat(result.parts()).isEqualTo(30);
        assertThat(result.leads()).hasSize(30);
    }

    /** Each lead has 40 pages, each of which takes eight bytes; that all of them do not fit is seen only while they are counted. */
    @Test
    void a_part_whose_states_outgrow_what_is_allowed_is_dealt_out_again() throws IOException {
        RuleFile file = write(10_000);
        Result whole = run(file, new MemoryBudget(1 << 28, 0, 0, 1, new SpillPlace(directory)));

        Result dealt = run(file, new MemoryBudget(0, 800_000, 0, 2, new SpillPlace(directory)));

        assertThat(whole.parts()).isEqualTo(1);
        assertThat(dealt.parts()).isGreaterThan(16);
        assertThat(dealt.ids()).isEqualTo(whole.ids());
        assertThat(dealt.tallies()).isEqualTo(whole.tallies());
    }

    @Test
    void a_lead_that_does_not_fit_alone_is_named_with_the_memory_that_would_do() throws IOException {
        RuleFile file = write(1);

        assertThatThrownBy(() -> run(file, new MemoryBudget(0, 0, 150_000, 1, new SpillPlace(directory))))
                .isInstanceOfSatisfying(TooLittleMemory.class, tooLittle -> {
                    assertThat(CellText.shown(String.valueOf(tooLittle.getMessage())))
                            .isEqualTo("what is counted of one lead, 'l0', alone");
                    assertThat(CellText.hidden(String.valueOf(tooLittle.getMessage())))
                            .isEqualTo("what is counted of one lead alone");
                    assertThat(tooLittle.heap()).isGreaterThan(128 << 20);
                });
    }

    private RuleFile write(int leads) throws IOException {
        String rows = IntStream.range(0, PAGES * leads)
                .mapToObj(i -> "l" + i % leads + ",2026-11-01,view,/page/" + i + "\n")
                .collect(Collectors.joining());
        Files.writeString(directory.resolve("web.csv"), "lead,time,event,page\n" + rows);
        return RuleFile.parse("rules.yaml", """
                version: 1
                sources:
                  events: [{name: web, path: web.csv, lead: lead, time: time, event: event}]
                implicit: [{name: Pages, did: view, count: {distinct: page}, points: 1}]
                """);
    }

    private Result run(RuleFile file, MemoryBudget room) {
        try (Exports exports = new Exports(file.rules().sources(), directory, InputStream.nullInputStream(), 1 << 14)) {
            return Engine.within(room, 2, Progress.NONE, Objections.NONE).run(file.rules(), exports, AS_OF);
        }
    }

    @Override
    Engine engine(RuleFile file, Objections objections, int pieceBytes) {
        long ofRun = file.rules().sources().identities().isEmpty() ? 0 : LINKS; // which are held all the time
        return Engine.within(
                new MemoryBudget(ofRun, 0, ENOUGH, 3, new SpillPlace(directory)), 3, Progress.NONE, objections);
    }
}
