package org.leadscore.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.segment.Ledger.Entry;
import org.leadscore.segment.Ledger.Kind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerTest {

    private static final Entry FIRST = handOff("ana@bank.es", "ion", 1000);
    private static final Entry SECOND = handOff("ana@bank.es", "ana", 2000);
    private static final Entry OFFER = action("ana@bank.es", "lathe offer", 3000);
    private static final Entry OTHER = action("bo@x.de", "lathe offer", 2000);

    @Test
    void the_entries_of_a_lead_stand_by_time() {
        Ledger ledger = Ledger.of(false, List.of(SECOND, OFFER, FIRST, OTHER));

        assertThat(ledger.of("ana@bank.es")).containsExactly(FIRST, SECOND, OFFER);
        assertThat(ledger.of("nobody@bank.es")).isEmpty();
    }

    @Test
    void leads_are_compared_as_ids_are() {
        Ledger ledger = Ledger.of(false, List.of(FIRST));

        assertThat(ledger.of(" Ana@Bank.ES\u00A0")).containsExactly(FIRST);
    }

    @Test
    void leads_are_told_apart_by_case_where_the_rule_file_says_so() {
        Ledger ledger = Ledger.of(true, List.of(FIRST));

        assertThat(ledger.of("Ana@bank.es")).isEmpty();
        assertThat(ledger.of(" ana@bank.es")).containsExactly(FIRST);
    }

    @Test
    void adding_leaves_the_ledger_as_it_was() {
        Ledger ledger = Ledger.of(false, List.of(FIRST));

        Ledger more = ledger.with(List.of(OTHER));

        assertThat(ledger.entries()).containsExactly(FIRST);
        assertThat(more.entries()).containsExactly(FIRST, OTHER);
    }

    @Test
    void entries_stand_by_time_then_lead_then_kind_then_name() {
        Entry later = action("ana@bank.es", "wake up", 3000);

        Ledger ledger = Ledger.of(false, List.of(later, OFFER, OTHER, SECOND, FIRST));

        assertThat(ledger.entries()).containsExactly(FIRST, SECOND, OTHER, OFFER, later);
    }

    @Test
    void leads_stand_in_the_order_of_code_points_and_a_shorter_one_first() {
        Entry one = handOff("ana", "ion", 1000);
        Entry longer = handOff("ana@bank.es", "ion", 1000);
        Entry wide = handOff("\uFF41na", "ion", 1000);
        Entry beyond = handOff("\uD835\uDC1Ana", "ion", 1000);

        Ledger ledger = Ledger.of(true, List.of(beyond, wide, longer, one));

        assertThat(ledger.entries()).containsExactly(one, longer, wide, beyond);
    }

    @Test
    void many_leads_that_begin_alike_stand_in_their_order() {
        List<Entry> inOrder = new ArrayList<>();
        inOrder.add(handOff("lead", "ion", 1000));
        for (int i = 1000; i < 2000; i++) {
            inOrder.add(handOff("lead" + i, "ion", 1000));
            inOrder.add(action("lead" + i, "lathe offer", 1000));
            inOrder.add(handOff("lead" + i + "\u0000", "ion", 1000));
        }
        List<Entry> entries = new ArrayList<>(inOrder);
        Collections.shuffle(entries, new Random(20261122));

        Ledger ledger = Ledger.of(true, entries);

        assertThat(ledger.entries()).isEqualTo(inOrder);
    }

    @Test
    void the_same_entry_again_changes_nothing() {
        Ledger ledger = Ledger.of(false, List.of(FIRST, OTHER));

        assertThat(ledger.with(List.of(OTHER, FIRST)).entries()).containsExactly(FIRST, OTHER);
    }

    @Test
    void of_two_spellings_of_one_entry_the_smaller_by_code_point_is_kept() {
        Entry shouted = handOff("ANA@bank.es", "ion", 1000);

        assertThat(Ledger.of(false, List.of(FIRST, shouted)).entries()).containsExactly(shouted);
        assertThat(Ledger.of(false, List.of(shouted, FIRST)).entries()).containsExactly(shouted);
        assertThat(Ledger.of(true, List.of(FIRST, shouted)).entries()).containsExactly(shouted, FIRST);
    }

    @Test
    void the_order_of_adding_does_not_show() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            entries.add(
                    i % 3 == 0
                            ? handOff("lead" + i % 17, "rep" + i % 5, i % 7)
                            : action("LEAD" + i % 13, "a" + i % 2, i % 7));
        }
        List<Entry> expected = Ledger.of(false, entries).entries();
        Collections.shuffle(entries, new Random(20261122));

        Ledger inTwoSteps = Ledger.of(false, entries.subList(0, 90)).with(entries.subList(90, 200));

        assertThat(inTwoSteps.entries()).isEqualTo(expected);
    }

    @Test
    void leads_can_be_left_out() {
        Ledger ledger = Ledger.of(false, List.of(FIRST, SECOND, OTHER));

        Ledger less = ledger.without("ana@bank.es"::equals);

        assertThat(less.entries()).containsExactly(OTHER);
        assertThat(less.of("ana@bank.es")).isEmpty();
    }

    @Test
    void an_entry_without_a_lead_is_refused() {
        assertThatThrownBy(() -> new Entry("\u00A0", Kind.ACTION, "wake up", "", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an entry needs a lead");
    }

    private static Entry handOff(String lead, String to, long time) {
        return new Entry(lead, Kind.HAND_OFF, "hand-off", to, time);
    }

    private static Entry action(String lead, String name, long time) {
        return new Entry(lead, Kind.ACTION, name, "", time);
    }
}
