package org.leadscore.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.HandOff;
import org.leadscore.score.contact.ContactVerdict;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;
import org.leadscore.segment.Ledger.Entry;
import org.leadscore.segment.Ledger.Kind;

/** No lead vanishes, no room is overfilled, and the best go first, whatever the rules, the leads and the ledger. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlacementLawsTest {

    private static final long AS_OF = 1_795_000_000_000L;
    private static final long DAY = 86_400_000;
    private static final int LEADS = 200;

    /** Scores are the leads' numbers from the end, so that lead 0 has rank 1. Conditions ask for parts of them. */
    private record Run(
            RuleSet rules,
            Standings standings,
            Ledger ledger,
            Map<Integer, List<Entry>> remembered,
            Placements placements) {

        HandOff handOff() {
            HandOff handOff = rules.followUp().handOff();
            assertThat(handOff).isNotNull();
            return handOff;
        }

        HandOver of(int lead) {
            return placements.of(lead + 1).handOver();
        }

        boolean stands(int lead) {
            return remembered.getOrDefault(lead, List.of()).stream()
                    .anyMatch(entry -> entry.kind() == Kind.HAND_OFF
                            && rules.timezone().dayOf(entry.time())
                                    == rules.timezone().dayOf(AS_OF));
        }

        boolean isFresh(int lead) {
            return of(lead) instanceof HandOver.Yes && !stands(lead);
        }

        /** The receivers of an earlier run's hand-offs of today, one for each lead, also for those that are leads no more. */
        List<String> standing() {
            return IntStream.range(0, LEADS + 20)
                    .mapToObj(lead -> ledger.of(Integer.toString(lead)).stream()
                            .filter(entry -> entry.kind() == Kind.HAND_OFF
                                    && rules.timezone().dayOf(entry.time())
                                            == rules.timezone().dayOf(AS_OF))
                            .reduce((earlier, later) -> later))
                    .flatMap(Optional::stream)
                    .map(Entry::to)
                    .toList();
        }

        long freshFor(String to) {
            return leads().filter(lead -> isFresh(lead) && of(lead).equals(new HandOver.Yes(to)))
                    .count();
        }

        long standingFor(String to) {
            return standing().stream().filter(to::equals).count();
        }

        static IntStream leads() {
            return IntStream.range(0, LEADS);
        }
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_lead_for_sales_is_handed_over_waiting_or_held_back_and_nobody_else_is(long seed) {
        Run run = draw(seed);
        FollowUpCensus.HandOffs counted = run.placements().census().handOff();

        long forSales = Run.leads().filter(run.standings()::isForSales).count();
        long besides = Run.leads()
                .filter(lead -> run.stands(lead) && !run.standings().isForSales(lead))
                .count();

        assertThat(counted).isNotNull();
        assertThat(counted.handedOver() + counted.waiting() + counted.heldBack())
                .isEqualTo((int) (forSales + besides));
        Run.leads()
                .forEach(lead -> assertThat(run.of(lead) instanceof HandOver.No)
                        .isEqualTo(!run.standings().isForSales(lead) && !run.stands(lead)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_room_is_overfilled_and_what_stands_takes_its_own(long seed) {
        Run run = draw(seed);

        long standing = run.standing().size();
        long fresh = Run.leads().filter(run::isFresh).count();

        assertThat(fresh).isLessThanOrEqualTo(Math.max(0, run.handOff().capacity() - standing));
        for (HandOff.Assignee assignee : run.handOff().assign()) {
            assertThat(run.freshFor(assignee.to()))
                    .isLessThanOrEqualTo(Math.max(0, assignee.capacity() - run.standingFor(assignee.to())));
        }
        Run.leads().filter(run::stands).forEach(lead -> assertThat(run.of(lead)).isInstanceOf(HandOver.Yes.class));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobody_waits_while_a_worse_lead_got_what_it_could_have_had(long seed) {
        Run run = draw(seed);
        List<HandOff.Assignee> assign = run.handOff().assign();

        for (int lead = 0; lead < LEADS; lead++) {
            if (run.of(lead) instanceof HandOver.NoRoom) {
                assertThat(IntStream.range(lead, LEADS).anyMatch(run::isFresh)).isFalse();
            }
            if (run.of(lead) instanceof HandOver.AllFull) {
                int waiting = lead;
                IntStream.range(0, assign.size())
                        .filter(i -> run.standings().suits(waiting, i))
                        .forEach(i -> assertThat(IntStream.range(waiting, LEADS)
                                        .anyMatch(worse -> run.isFresh(worse)
                                                && run.of(worse)
                                                        .equals(new HandOver.Yes(
                                                                assign.get(i).to()))))
                                .isFalse());
            }
            if (run.isFresh(lead) && !assign.isEmpty()) {
                assertThat(run.of(lead)).isIn(suited(run, lead));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_run_again_with_what_it_has_done_changes_nothing(long seed) {
        Run run = draw(seed);
        Ledger more = run.ledger().with(run.placements().done(rank -> Utf8Slice.of(Integer.toString(rank - 1))));

        Placements again =
                Placements.of(run.rules(), AS_OF, run.standings(), LEADS, rank -> rank, remembered(more), more);

        Run.leads()
                .forEach(lead -> assertThat(again.of(lead + 1))
                        .isEqualTo(run.placements().of(lead + 1)));
        assertThat(again.done(rank -> Utf8Slice.of(Integer.toString(rank)))).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void who_is_handed_over_in_this_run_gets_nothing_new_and_all_others_at_most_one_beside_the_additional(long seed) {
        Run run = draw(seed);

        Run.leads().forEach(lead -> {
            List<Entry> fresh = run.placements().done(rank -> Utf8Slice.of(Integer.toString(rank - 1))).stream()
                    .filter(entry -> entry.lead().equals(Integer.toString(lead)) && entry.kind() == Kind.ACTION)
                    .toList();
            long ofTheFirstThatHolds = run.placements().of(lead + 1).actions().stream()
                    .filter(action -> !action.also())
                    .count();
            assertThat(run.of(lead) instanceof HandOver.Yes && !fresh.isEmpty()).isFalse();
            assertThat(ofTheFirstThatHolds).isLessThanOrEqualTo(Math.max(1, standingFirsts(run, lead)));
        });
    }

    private static long standingFirsts(Run run, int lead) {
        FollowUp followUp = run.rules().followUp();
        return followUp.actions().stream()
                .filter(action -> !action.also())
                .filter(action -> run.remembered().getOrDefault(lead, List.of()).stream()
                        .anyMatch(entry -> entry.name().equals(action.name())
                                && run.rules().timezone().dayOf(entry.time())
                                        == run.rules().timezone().dayOf(AS_OF)))
                .count();
    }

    private static List<HandOver> suited(Run run, int lead) {
        List<HandOver> suited = new ArrayList<>();
        for (int i = 0; i < run.handOff().assign().size(); i++) {
            if (run.standings().suits(lead, i)) {
                suited.add(new HandOver.Yes(run.handOff().assign().get(i).to()));
            }
        }
        return suited;
    }

    private static Run draw(long seed) {
        Random random = new Random(seed);
        String text = """
                version: 1
                timezone: Europe/Madrid
                hand-off:
                  when: {engagement: {at-most: %d}}
                %s%s%s
                actions:
                  - {name: one, when: {fit: {at-least: %d}}, again-after: 3d}
                  - {name: two, also: true, when: {fit: {below: %d}}, again-after: 40d}
                  - {name: three, campaign: C}
                """.formatted(
                        random.nextInt(10),
                        random.nextInt(4) == 0 ? "" : "  capacity: " + random.nextInt(60) + "\n",
                        random.nextBoolean() ? "" : "  again-after: " + (1 + random.nextInt(20)) + "d\n",
                        random.nextInt(4) == 0 ? "" : assign(random),
                        random.nextInt(10),
                        random.nextInt(10));
        RuleSet rules = RuleFile.parse("rules.yaml", text).rules();
        EventPlan events = new EventPlan(rules, AS_OF);
        StandingPlan plan = new StandingPlan(rules, events);
        Standings standings = plan.standings(LEADS);
        LeadStates states = events.newStates();
        ContactVerdict nobody = new ContactVerdict(List.of(), List.of(), 0, Set.of(), Set.of(), true);
        for (int lead = 0; lead < LEADS; lead++) {
            Score score = new Score(
                    Status.SCORED,
                    null,
                    random.nextInt(10) * 1_000_000L,
                    random.nextInt(10) * 1_000_000L,
                    LEADS - lead,
                    "hot",
                    AS_OF,
                    List.of());
            plan.put(score, nobody, any -> List.of(), states, lead, standings);
        }
        Ledger ledger = ledger(random);
        Map<Integer, List<Entry>> remembered = remembered(ledger);
        Placements placements = Placements.of(rules, AS_OF, standings, LEADS, rank -> rank, remembered, ledger);
        return new Run(rules, standings, ledger, remembered, placements);
    }

    private static String assign(Random random) {
        List<String> names = new ArrayList<>(List.of("ana", "ion", "eva"));
        Collections.shuffle(names, random);
        StringBuilder assign = new StringBuilder("  assign:\n");
        for (String name : names) {
            assign.append("    - {to: ").append(name);
            assign.append(", when: {fit: {above: ").append(random.nextInt(8)).append("}}");
            assign.append(random.nextInt(4) == 0 ? "" : ", capacity: " + random.nextInt(20))
                    .append("}\n");
        }
        return assign.toString();
    }

    /** Draws a ledger; its leads from 200 on are leads no more. */
    private static Ledger ledger(Random random) {
        List<Entry> entries = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            return Ledger.NONE;
        }
        for (int i = random.nextInt(120); i > 0; i--) {
            int lead = random.nextInt(LEADS + 20);
            boolean isHandOff = random.nextBoolean();
            String to = List.of("ana", "ion", "eva", "nobody any more").get(random.nextInt(4));
            long time = AS_OF - (random.nextInt(4) == 0 ? 0 : (random.nextInt(200) - 8) * DAY / 8);
            entries.add(new Entry(
                    Integer.toString(lead),
                    isHandOff ? Kind.HAND_OFF : Kind.ACTION,
                    isHandOff ? "" : List.of("one", "two", "three").get(random.nextInt(3)),
                    to,
                    time));
        }
        return Ledger.of(false, entries);
    }

    private static Map<Integer, List<Entry>> remembered(Ledger ledger) {
        Map<Integer, List<Entry>> remembered = new HashMap<>();
        Run.leads().forEach(lead -> remembered.put(lead, ledger.of(Integer.toString(lead))));
        return remembered;
    }
}
