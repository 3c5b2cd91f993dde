package org.leadscore.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.cli.option.MemoryLimit;
import org.leadscore.problem.UsageException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeapUseTest {

    private static final long HEAP = 768L << 20;

    @Test
    void what_is_held_is_not_there_for_the_leads() {
        HeapUse heap = new HeapUse(MemoryLimit.of("1g"), HEAP);

        heap.hold("--ledger ledger.csv", 200L << 20);

        assertThat(heap.left()).isEqualTo(568L << 20);
    }

    @Test
    void all_that_is_held_has_to_leave_half_for_the_rest() {
        HeapUse heap = new HeapUse(MemoryLimit.of("1g"), HEAP);
        heap.hold("--ledger ledger.csv", 200L << 20);

        assertThatThrownBy(() -> heap.hold("--previous leads.csv", 200L << 20))
                .isInstanceOf(UsageException.class)
                .hasMessage("--memory 1g: --previous leads.csv is held in memory, and takes about 200 MiB of it;"
                        + " --memory 2048m would do");
    }

    @Test
    void a_limit_that_the_machine_set_is_kept_to_like_any_other() {
        HeapUse heap = new HeapUse(null, 96L << 20);

        assertThatThrownBy(() -> heap.hold("--ledger ledger.csv", 100L << 20))
                .hasMessage("96 MiB for Java on this machine: --ledger ledger.csv is held in memory, and takes about"
                        + " 100 MiB of it; --memory 512m would do");
    }

    @Test
    void what_cannot_be_done_with_so_little_says_what_would_do() {
        HeapUse heap = new HeapUse(MemoryLimit.of("256m"), 96L << 20);

        assertThat(heap.tooLittleFor("what is counted of the lead 'bot' alone", 300L << 20))
                .hasMessage("--memory 256m: too little for what is counted of the lead 'bot' alone;"
                        + " --memory 512m would do");
    }
}
