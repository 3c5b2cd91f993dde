package org.leadscore.rules.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leadscore.lead.Points;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.rule.Attribute;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RewritingTest {

    /** A rule file with the odd things that YAML allows around a number. */
    private static final String ODD = """
            %YAML 1.1
            --- # the 5 in this comment stays: points: 5
            version:   1
            explicit:
            # points: 5, as a comment between keys
              - name: Signed        # ünïcödé and 😀 before a number on the line below
                when: {email: {kind: free-mail}}
                points:    +5       # five
              - {name: "5", when: {'title': '5'}, "points": "5"}   # 😀 quoted twice
              - when: {title: [5,
                         5.0]}      # a list over two lines
                points: 5.0
                name: 'Dec''imals'
                max: 5
              -   name:  Industry
                  field: industry
                  values: {banking:5 : 5,   # a comment inside braces
                    "": -5 , 'soft ware':   5,
                    BANKING: 5.50
                  }
                  otherwise:
                    5
              - name: Size
                field: employees
                tiers:

                  - {at-least: 500, points: 5}     # the first

                  # that was the first
                  -   points: 5
                      at-least: 100
                  - at-least: 5
                    points: >-
                      5
            implicit: [{name: Demo, did: demo, points: 5,
                        limit: 5}, {name: Twice,did: demo,times: {at-least: 5},points: '5'},
              {"name": "In JSON", "did": "demo", "points":5}]
            score: {full: 55, zero: 5}   # 5
            buckets: [{name: b5, from: 5}]
            """;

    private static final Map<NumberPlace, Long> EVERY_NUMBER = Map.ofEntries(
            Map.entry(new NumberPlace.Points("Signed"), points("12.25")),
            Map.entry(new NumberPlace.Points("5"), points("-1")),
            Map.entry(new NumberPlace.Points("Dec'imals"), points("0")),
            Map.entry(new NumberPlace.Value("Industry", "banking:5"), points("7")),
            Map.entry(new NumberPlace.Value("Industry", ""), points("0.001")),
            Map.entry(new NumberPlace.Value("Industry", "soft ware"), points("100")),
            Map.entry(new NumberPlace.Value("Industry", "banking"), points("-3")),
            Map.entry(new NumberPlace.Otherwise("Industry"), points("4")),
            Map.entry(new NumberPlace.Tier("Size", 0), points("15")),
            Map.entry(new NumberPlace.Tier("Size", 1), points("10")),
            Map.entry(new NumberPlace.Tier("Size", 2), points("1.5")),
            Map.entry(new NumberPlace.Points("Demo"), points("25")),
            Map.entry(new NumberPlace.Points("Twice"), points("9")),
            Map.entry(new NumberPlace.Points("In JSON"), points("8")),
            Map.entry(new NumberPlace.Bucket(0), points("6")),
            Map.entry(new NumberPlace.Full(), points("88")),
            Map.entry(new NumberPlace.Zero(), points("-2")));

    private static final String EVERY_NUMBER_CHANGED = """
            %YAML 1.1
            --- # the 5 in this comment stays: points: 5
            version:   1
            explicit:
            # points: 5, as a comment between keys
              - name: Signed        # ünïcödé and 😀 before a number on the line below
                when: {email: {kind: free-mail}}
                points:    +12.25       # five
              - {name: "5", when: {'title': '5'}, "points": "-1"}   # 😀 quoted twice
              - when: {title: [5,
                         5.0]}      # a list over two lines
                points: 0
                name: 'Dec''imals'
                max: 5
              -   name:  Industry
                  field: industry
                  values: {banking:5 : 7,   # a comment inside braces
                    "": 0.001 , 'soft ware':   100,
                    BANKING: -3
                  }
                  otherwise:
                    4
              - name: Size
                field: employees
                tiers:

                  - {at-least: 500, points: 15}     # the first

                  # that was the first
                  -   points: 10
                      at-least: 100
                  - at-least: 5
                    points: >-
                      1.5
            implicit: [{name: Demo, did: demo, points: 25,
                        limit: 5}, {name: Twice,did: demo,times: {at-least: 5},points: '9'},
              {"name": "In JSON", "did": "demo", "points":8}]
            score: {full: 88, zero: -2}   # 5
            buckets: [{name: b5, from: 6}]
            """;

    private static final String TO_LEARN = """
            version: 1
            explicit:
              - {name: Job, field: job, learn: values}   # in braces
              - name: Age
                field: age
                learn: tiers   # in a block
              - name: Country
                learn:   values
                field: country
              - learn: values
                name: City
                field: city
              - name: Apart
                learn:
                  tiers   # on a line of its own
                field: size
              - name: Alone
                field: street
                "learn": 'values'""";

    @Nested
    class Numbers {

        @Test
        void every_number_changes_and_nothing_else_does() {
            assertThat(revised(ODD, EVERY_NUMBER)).isEqualTo(EVERY_NUMBER_CHANGED);
        }

        @Test
        void every_place_is_found_in_the_order_of_the_file() {
            assertThat(RuleFile.parse("rules.yaml", ODD).numberPlaces())
                    .containsExactlyInAnyOrderElementsOf(EVERY_NUMBER.keySet())
                    .startsWith(new NumberPlace.Points("Signed"), new NumberPlace.Points("5"));
        }

        @Test
        void line_ends_and_the_byte_order_mark_stay() {
            String windows = "\uFEFF" + ODD.replace("\n", "\r\n");

            assertThat(revised(windows, EVERY_NUMBER)).isEqualTo("\uFEFF" + EVERY_NUMBER_CHANGED.replace("\n", "\r\n"));
        }

        @Test
        void the_same_numbers_change_nothing_however_they_are_spelled() {
            String spelled = "implicit: [{name: A, did: a, points: +5.00}, {name: B, did: b, points: '005'}]\n";

            assertThat(revised(
                            spelled,
                            Map.of(
                                    new NumberPlace.Points("A"), points("5"),
                                    new NumberPlace.Points("B"), points("5"))))
                    .isEqualTo(spelled);
        }

        @Test
        void a_number_written_with_an_escape_is_quoted_anew() {
            assertThat(revised(
                            "implicit: [{name: A, did: a, points: \"\\x35\"}]",
                            Map.of(new NumberPlace.Points("A"), points("6"))))
                    .isEqualTo("implicit: [{name: A, did: a, points: \"6\"}]");
        }

        @Test
        void a_place_that_is_not_there_is_refused() {
            assertThatThrownBy(() -> revised(ODD, Map.of(new NumberPlace.Points("Industry"), points("5"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the file has no Points[rule=Industry]");
        }
    }

    @Nested
    class Tables {

        @Test
        void stand_where_learn_stood() {
            Map<String, Long> values = new LinkedHashMap<>();
            values.put("admin.", points("3"));
            values.put("", points("-1"));
            values.put("it's", points("0.5"));
            LearnedTable table = new LearnedTable.Values(values, points("0"));
            LearnedTable tiers = new LearnedTable.Tiers(List.of(
                    new LearnedTable.Tier(Map.of("at-least", "40"), points("2")),
                    new LearnedTable.Tier(Map.of("present", "false"), points("-2"))));

            assertThat(RuleFile.parse("rules.yaml", TO_LEARN)
                            .revised(new Revision(
                                    Map.of(),
                                    Map.of(
                                            "Job", table, "Age", tiers, "Country", table, "City", table, "Apart", tiers,
                                            "Alone", table))))
                    .isEqualTo("""
                            version: 1
                            explicit:
                              - {name: Job, field: job, values: {admin.: 3, "": -1, "it's": 0.5}, otherwise: 0}   # in braces
                              - name: Age
                                field: age
                                tiers:   # in a block
                                  - {at-least: 40, points: 2}
                                  - {present: false, points: -2}
                              - name: Country
                                values:
                                  admin.: 3
                                  "": -1
                                  "it's": 0.5
                                otherwise: 0
                                field: country
                              - values:
                                  admin.: 3
                                  "": -1
                                  "it's": 0.5
                                otherwise: 0
                                name: City
                                field: city
                              - name: Apart
                                tiers:
                                  [{at-least: 40, points: 2}, {present: false, points: -2}]   # on a line of its own
                                field: size
                              - name: Alone
                                field: street
                                "values":
                                  admin.: 3
                                  "": -1
                                  "it's": 0.5
                                otherwise: 0""");
        }

        @Test
        void quote_what_yaml_would_take_for_something_else() {
            Map<String, Long> values = new LinkedHashMap<>();
            List<String> odd = List.of(
                    "a: b",
                    "#1",
                    "- x",
                    "?",
                    "{a}",
                    "[b]",
                    "c, d",
                    "it's",
                    "\"",
                    "it's \"so\"",
                    "\\",
                    "*",
                    "&x",
                    "!y",
                    "%",
                    "@",
                    "`",
                    "010",
                    "null",
                    "yes",
                    "a #b",
                    "ends:",
                    "tab\there",
                    "bell\u0007",
                    "\u0085",
                    "\u2028",
                    "très bien",
                    "日本",
                    "😀",
                    "|",
                    ">",
                    "a:b");
            odd.forEach(value -> values.put(value, points("1")));
            Revision revision = new Revision(Map.of(), Map.of("Job", new LearnedTable.Values(values, points("2"))));

            String block = RuleFile.parse("rules.yaml", "explicit:\n  - name: Job\n    field: job\n    learn: values\n")
                    .revised(revision);
            String braces = RuleFile.parse("rules.yaml", "explicit: [{name: Job, field: job, learn: values}]")
                    .revised(revision);

            assertThat(table(block).points())
                    .hasSize(odd.size())
                    .isEqualTo(table(braces).points());
        }

        @Test
        void of_a_rule_without_learn_are_refused() {
            RuleFile file = RuleFile.parse("rules.yaml", ODD);
            Revision revision =
                    new Revision(Map.of(), Map.of("Size", new LearnedTable.Values(Map.of("a", points("1")), 0L)));

            assertThatThrownBy(() -> file.revised(revision))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the rule 'Size' has nothing to learn");
        }

        private static Attribute.Values table(String text) {
            return (Attribute.Values)
                    RuleFile.parse("rules.yaml", text).rules().explicit().get(0).attribute();
        }
    }

    @Nested
    class Keys {

        private static final Map<String, String> SCORE_AND_BUCKETS = new LinkedHashMap<>();

        static {
            SCORE_AND_BUCKETS.put("score", "{zero: -2, full: 30}");
            SCORE_AND_BUCKETS.put("buckets", "[{name: hot, from: 60}, {name: cold, from: 0}]");
        }

        @Test
        void stand_behind_all_others() {
            assertThat(added("version: 1\ntimezone: UTC   # none\n# the end\n")).isEqualTo("""
                            version: 1
                            timezone: UTC   # none
                            # the end
                            score: {zero: -2, full: 30}
                            buckets: [{name: hot, from: 60}, {name: cold, from: 0}]
                            """);
        }

        @Test
        void stand_before_the_last_where_no_line_end_closes_the_file() {
            assertThat(added("  version: 1\r\n  timezone: |\r\n    UTC"))
                    .isEqualTo("  version: 1\r\n  score: {zero: -2, full: 30}\r\n"
                            + "  buckets: [{name: hot, from: 60}, {name: cold, from: 0}]\r\n  timezone: |\r\n    UTC");
        }

        @Test
        void stand_before_the_end_of_the_document() {
            assertThat(added("version: 1\n...\n")).isEqualTo("""
                            version: 1
                            score: {zero: -2, full: 30}
                            buckets: [{name: hot, from: 60}, {name: cold, from: 0}]
                            ...
                            """);
        }

        @Test
        void stand_before_the_last_where_the_file_is_in_braces() {
            assertThat(added("{version: 1, timezone: UTC}"))
                    .isEqualTo("{version: 1, score: {zero: -2, full: 30},"
                            + " buckets: [{name: hot, from: 60}, {name: cold, from: 0}], timezone: UTC}");
        }

        private static String added(String text) {
            return RuleFile.parse("rules.yaml", text).revised(new Revision(Map.of(), Map.of(), SCORE_AND_BUCKETS));
        }
    }

    private static String revised(String text, Map<NumberPlace, Long> numbers) {
        return RuleFile.parse("rules.yaml", text).revised(new Revision(numbers, Map.of()));
    }

    private static long points(String text) {
        return Points.of(new BigDecimal(text));
    }
}
