package org.leadscore.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonGraphTest {

    private static final long FOREVER = Long.MAX_VALUE;
    private static final long ALWAYS = Links.ALWAYS;

    /** Numbers of ids by their letters, and links between them. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private final Links links = new Links();

    @Test
    void an_id_counts_for_its_lead_before_and_after_it_was_known() {
        link("cookie", "ana", 10);

        assertThat(lead("cookie", 5, FOREVER, "ana")).isEqualTo("ana");
        assertThat(lead("cookie", 15, FOREVER, "ana")).isEqualTo("ana");
    }

    @Test
    void a_link_that_is_later_than_the_moment_is_not_there_yet() {
        link("cookie", "ana", 10);

        assertThat(lead("cookie", 5, 9, "ana")).isEqualTo("nobody");
        assertThat(lead("cookie", 5, 10, "ana")).isEqualTo("ana");
    }

    @Test
    void ids_lead_on_to_others() {
        link("cookie", "old address", 10);
        link("old address", "ana", ALWAYS);

        assertThat(lead("cookie", 5, FOREVER, "ana")).isEqualTo("ana");
    }

    @Test
    void of_several_leads_it_is_that_of_the_last_link_or_else_of_the_first_after_it() {
        link("cookie", "bo", 20);
        link("cookie", "ana", 10);
        link("cookie", "ana", 30);

        assertThat(lead("cookie", 9, FOREVER, "ana", "bo")).isEqualTo("ana");
        assertThat(lead("cookie", 10, FOREVER, "ana", "bo")).isEqualTo("ana");
        assertThat(lead("cookie", 20, FOREVER, "ana", "bo")).isEqualTo("bo");
        assertThat(lead("cookie", 29, FOREVER, "ana", "bo")).isEqualTo("bo");
        assertThat(lead("cookie", 30, FOREVER, "ana", "bo")).isEqualTo("ana");
    }

    @Test
    void links_without_a_time_to_different_leads_are_contested() {
        link("cookie", "ana", ALWAYS);
        link("cookie", "bo", ALWAYS);

        assertThat(lead("cookie", 5, FOREVER, "ana", "bo")).isEqualTo("contested");
    }

    @Test
    void links_without_a_time_to_one_lead_by_two_ways_are_not_contested() {
        link("cookie", "old address", ALWAYS);
        link("cookie", "older address", ALWAYS);
        link("old address", "ana", ALWAYS);
        link("older address", "ana", ALWAYS);

        assertThat(lead("cookie", 5, FOREVER, "ana")).isEqualTo("ana");
    }

    @Test
    void a_link_with_a_time_follows_one_that_holds_always() {
        link("cookie", "ana", ALWAYS);
        link("cookie", "bo", 10);

        assertThat(lead("cookie", 9, FOREVER, "ana", "bo")).isEqualTo("ana");
        assertThat(lead("cookie", 10, FOREVER, "ana", "bo")).isEqualTo("bo");
    }

    @Test
    void links_of_the_same_time_to_different_leads_are_contested_until_the_next() {
        link("cookie", "ana", 10);
        link("cookie", "bo", 10);
        link("cookie", "ana", 20);

        assertThat(lead("cookie", 5, FOREVER, "ana", "bo")).isEqualTo("contested");
        assertThat(lead("cookie", 19, FOREVER, "ana", "bo")).isEqualTo("contested");
        assertThat(lead("cookie", 20, FOREVER, "ana", "bo")).isEqualTo("ana");
    }

    @Test
    void an_id_that_keeps_to_itself_leads_on_to_nobody() {
        link("bo", "ana", 10);
        link("cookie", "bo", 10);

        assertThat(lead("bo", 15, FOREVER, "ana", "bo")).isEqualTo("bo");
        assertThat(lead("cookie", 15, FOREVER, "ana", "bo")).isEqualTo("bo");
    }

    @Test
    void a_circle_without_a_lead_is_contested_and_so_is_what_leads_into_it() {
        link("a", "b", 10);
        link("b", "a", 10);
        link("cookie", "a", 10);

        assertThat(lead("a", 15, FOREVER, "ana")).isEqualTo("contested");
        assertThat(lead("cookie", 15, FOREVER, "ana")).isEqualTo("contested");
        assertThat(lead("cookie", 15, 9, "ana")).isEqualTo("nobody");
    }

    @Test
    void a_link_that_leads_to_nobody_is_passed_over() {
        link("cookie", "stranger", 10);
        link("cookie", "ana", 20);

        assertThat(lead("cookie", 15, FOREVER, "ana")).isEqualTo("ana");
        assertThat(lead("cookie", 15, 15, "ana")).isEqualTo("nobody");
    }

    @Test
    void without_a_list_an_id_is_a_lead_until_it_leads_to_another() {
        link("cookie", "ana", 10);

        assertThat(unlisted("cookie", 5, 9)).isEqualTo("cookie");
        assertThat(unlisted("cookie", 5, 10)).isEqualTo("ana");
        assertThat(unlisted("ana", 5, 10)).isEqualTo("ana");
    }

    @Test
    void the_lead_of_an_event_is_known_from_the_last_link_of_its_way() {
        link("cookie", "old address", 10);
        link("old address", "ana", 30);
        link("cookie", "ana", 90);

        assertThat(at(FOREVER, true, "ana").knownFrom(number("cookie"), 5)).isEqualTo(30);
    }

    @Test
    void a_way_of_many_links_is_followed_to_its_end() {
        for (int i = 0; i < 100_000; i++) {
            link("id " + i, i == 99_999 ? "ana" : "id " + (i + 1), i);
        }

        assertThat(lead("id 0", 5, FOREVER, "ana")).isEqualTo("ana");
    }

    @Test
    void all_ids_of_a_person_are_those_it_leads_to_and_all_that_lead_to_these() {
        link("old address", "ana", 10);
        link("cookie", "ana", 90);
        link("cookie", "bo", 95);

        assertThat(allOfTheirPersons("old address").get(0)).containsExactlyInAnyOrder("old address", "ana", "cookie");
    }

    @Test
    void ids_of_two_persons_that_lead_to_each_other_are_told_of_the_one_that_leads() {
        link("old address", "ana", 10);
        link("cookie", "ana", 90);
        link("phone", "bo", 95);

        assertThat(allOfTheirPersons("ana", "old address", "bo"))
                .containsExactly(
                        Map.entry(0, List.of("ana", "cookie")),
                        Map.entry(1, List.of("old address", "ana")),
                        Map.entry(2, List.of("phone", "bo")));
    }

    /** The names of all ids of the persons of whom each has one of these ids, by the place of that id. */
    private Map<Integer, List<String>> allOfTheirPersons(String... some) {
        SortedMap<Integer, SortedSet<Integer>> persons = new TreeMap<>();
        for (int i = 0; i < some.length; i++) {
            persons.put(i, new TreeSet<>(Set.of(number(some[i]))));
        }
        Map<Integer, List<String>> named = new TreeMap<>();
        PersonGraph.allOfTheirPersons(numbers.size(), links, persons)
                .forEach((person, ids) ->
                        named.put(person, ids.stream().map(this::name).toList()));
        return named;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void random_links_lead_where_a_simple_search_leads(long seed) {
        Random random = new Random(seed);
        int ids = 2 + random.nextInt(9);
        List<long[]> all = new ArrayList<>();
        for (int i = random.nextInt(3 * ids); i >= 0; i--) {
            long time = random.nextInt(4) == 0 ? ALWAYS : random.nextInt(6);
            all.add(new long[] {random.nextInt(ids), random.nextInt(ids), time});
        }
        BitSet kept = new BitSet();
        for (int id = 0; id < ids; id++) {
            kept.set(id, random.nextInt(3) == 0);
        }
        boolean isListed = random.nextBoolean();
        PersonGraph graph = PersonGraph.of(ids, links(all), kept, isListed);
        Collections.shuffle(all, random);
        PersonGraph again = PersonGraph.of(ids, links(all), kept, isListed);

        for (long moment = -1; moment < 7; moment++) {
            SimplePersons simple = new SimplePersons(all, kept, isListed, moment);
            KnownPersons known = graph.at(moment);
            KnownPersons sent = sent(again.at(moment));
            for (int id = 0; id < ids; id++) {
                for (long time = 0; time < 7; time++) {
                    assertThat(known.lead(id, time))
                            .as("id %d, time %d, moment %d", id, time, moment)
                            .isEqualTo(simple.lead(id, time))
                            .isEqualTo(sent.lead(id, time));
                    assertThat(known.knownFrom(id, time)).isLessThanOrEqualTo(moment);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_lead_is_the_same_at_each_moment_from_which_it_is_known(long seed) {
        Random random = new Random(seed);
        int ids = 6;
        List<long[]> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(new long[] {random.nextInt(ids), random.nextInt(ids), random.nextInt(6)});
        }
        BitSet kept = new BitSet();
        kept.set(0, 2);
        PersonGraph graph = PersonGraph.of(ids, links(all), kept, true);

        for (int id = 0; id < ids; id++) {
            for (long time = 0; time < 7; time++) {
                int lead = graph.at(9).lead(id, time);
                long from = Math.max(time, graph.at(9).knownFrom(id, time));
                assertThat(lead < 0 ? lead : graph.at(from).lead(id, time)).isEqualTo(lead);
            }
        }
    }

    private static KnownPersons sent(KnownPersons persons) {
        Packing packing = new Packing();
        persons.pack(packing);
        return KnownPersons.unpacked(new Unpacking(packing.toBytes()));
    }

    private static Links links(List<long[]> all) {
        Links links = new Links();
        all.forEach(link -> links.add((int) link[0], (int) link[1], link[2]));
        return links;
    }

    private void link(String from, String to, long time) {
        links.add(number(from), number(to), time);
    }

    private int number(String id) {
        return numbers.computeIfAbsent(id, any -> numbers.size());
    }

    private String name(int number) {
        return switch (number) {
            case KnownPersons.NOBODY -> "nobody";
            case KnownPersons.CONTESTED -> "contested";
            default ->
                numbers.entrySet().stream()
                        .filter(entry -> entry.getValue() == number)
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        };
    }

    private String lead(String id, long time, long moment, String... leads) {
        return name(at(moment, true, leads).lead(number(id), time));
    }

    private String unlisted(String id, long time, long moment) {
        return name(at(moment, false).lead(number(id), time));
    }

    private KnownPersons at(long moment, boolean isListed, String... leads) {
        BitSet kept = new BitSet();
        for (String lead : leads) {
            kept.set(number(lead));
        }
        return PersonGraph.of(numbers.size(), links, kept, isListed).at(moment);
    }

    /** Says the same in the fewest words, and slowly. */
    private record SimplePersons(List<long[]> links, BitSet kept, boolean isListed, long moment) {

        int lead(int id, long time) {
            Set<Integer> found = new TreeSet<>();
            return !reaches(id, new TreeSet<>())
                    ? circles(id, List.of()) ? KnownPersons.CONTESTED : KnownPersons.NOBODY
                    : !follow(id, time, List.of(), found) || found.size() > 1
                            ? KnownPersons.CONTESTED
                            : found.iterator().next();
        }

        private List<long[]> of(int id) {
            return links.stream()
                    .filter(link -> link[0] == id && link[1] != id && link[2] <= moment && !kept.get(id))
                    .toList();
        }

        private boolean isLead(int id) {
            return kept.get(id) || !isListed && of(id).isEmpty();
        }

        private boolean reaches(int id, Set<Integer> met) {
            return isLead(id)
                    || met.add(id) && of(id).stream().anyMatch(link -> reaches((int) link[1], new TreeSet<>(met)));
        }

        private boolean circles(int id, List<Integer> way) {
            List<Integer> further = new ArrayList<>(way);
            further.add(id);
            return way.contains(id) || of(id).stream().anyMatch(link -> circles((int) link[1], further));
        }

        /** Adds the leads at the ends of all ways; false where one goes round. */
        private boolean follow(int id, long time, List<Integer> way, Set<Integer> found) {
            if (isLead(id)) {
                found.add(id);
                return true;
            }
            if (way.contains(id)) {
                return false;
            }
            List<Integer> further = new ArrayList<>(way);
            further.add(id);
            List<long[]> usable = of(id).stream()
                    .filter(link -> reaches((int) link[1], new TreeSet<>()))
                    .toList();
            long chosen = usable.stream()
                    .mapToLong(link -> link[2])
                    .filter(at -> at <= time)
                    .max()
                    .orElseGet(() ->
                            usable.stream().mapToLong(link -> link[2]).min().orElseThrow());
            return usable.stream()
                    .filter(link -> link[2] == chosen)
                    .allMatch(link -> follow((int) link[1], time, further, found));
        }
    }
}
