package org.leadscore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.engine.past.Past;
import org.leadscore.engine.past.PastReader;
import org.leadscore.lead.Points;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.rule.Inactivity;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.score.MeasuringRules;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;

/** One pass over the events gives, for several moments, the scores that {@code score} gives as of each of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PastLawsTest {

    private static final long DAY = 86_400_000;

    /** The seed of a draw with a measure that is as large as measures may become. */
    private static final long HELD = 300_007;

    @TempDir
    Path directory;

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(201, 225), LongStream.of(HELD));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_past_lead_has_the_score_that_it_had(long seed) throws IOException {
        Drawn drawn = draw(seed);
        RuleSet rules = drawn.file().rules();

        Past past = past(rules, rules, drawn.moments(), 2, 1 << 14);

        for (int moment = 0; moment < drawn.moments().size(); moment++) {
            Map<String, Score> then = scores(rules, drawn.moments().get(moment));
            assertThat(then).isNotEmpty();
            for (int lead = 0; lead < past.leads(); lead++) {
                Score expected = then.remove(
                        Text.fold(past.spelling(lead)) + (rules.sources().areIdsExact() ? past.spelling(lead) : ""));
                if (expected != null) {
                    assertThat(past.score(moment, lead)).as(drawn.text()).isEqualTo(expected);
                }
            }
            assertThat(then).isEmpty();
        }
    }

    /**
     * For a rule with points for each of n occurrences the factors are rounded to millionths, and so is what each occurrence
     * earns: points × measure is off by n × (points + 1) ÷ 2 millionths at most, and by nothing where nothing fades. All
     * other rules are exact.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void measures_times_points_are_what_the_rules_gave(long seed) throws IOException {
        Drawn drawn = draw(seed);
        RuleSet rules = drawn.file().rules();
        RuleSet measuring = MeasuringRules.of(rules);
        int[] factors = MeasuringRules.factors(rules);

        Past given = past(rules, rules, drawn.moments(), 1, 1 << 14);
        Past measured = past(rules, measuring, drawn.moments(), 3, 1 << 10);
        Past counted = past(rules, unfading(measuring), drawn.moments(), 1, 1 << 14);

        Map<String, Integer> numbers = new HashMap<>();
        for (int lead = 0; lead < measured.leads(); lead++) {
            numbers.put(measured.spelling(lead), lead);
        }
        for (int lead = 0; lead < given.leads(); lead++) {
            int same = numbers.get(given.spelling(lead));
            int third = lead;
            for (int moment = 0; moment < drawn.moments().size(); moment++) {
                for (int i = 0; i < rules.explicit().size(); i++) {
                    ExplicitRule rule = rules.explicit().get(i);
                    long points = points(rule.attribute(), (int) measured.explicit(moment, same, i));
                    assertThat(rule.bounds().hold(points)).isEqualTo(given.explicit(moment, lead, i));
                }
                for (int i = 0; i < rules.implicit().size(); i++) {
                    long measure = measured.implicit(moment, same, i);
                    long gave = given.implicit(moment, lead, i);
                    if (rules.implicit().get(i).award() instanceof Award.Each each) {
                        long occurrences = counted.implicit(moment, third, i) / Points.ONE;
                        double most =
                                each.decay() == null ? 0 : occurrences * (Math.abs(each.points()) / 1e6 + 1) / 2 + 0.5;
                        if (Math.abs(measure) < Points.MOST) { // as much as is ever counted
                            Bounds bounds = rules.implicit().get(i).bounds();
                            long held = bounds.hold(product(each.points(), measure));
                            assertThat((double) Math.abs(held - bounds.hold(Points.held(gave))))
                                    .as(drawn.text())
                                    .isLessThanOrEqualTo(most);
                        }
                    } else {
                        Award.Tiers tiers =
                                (Award.Tiers) rules.implicit().get(i).award();
                        long once = measure == 0
                                ? 0
                                : tiers.tiers().get((int) measure - 1).points();
                        long expected =
                                factors[i] < 0 ? once : product(once, measured.implicit(moment, same, factors[i]));
                        double most = factors[i] < 0 ? 0 : (Math.abs(once) / 1e6 + 1) / 2 + 0.5;
                        assertThat((double) Math.abs(expected - gave))
                                .as(drawn.text())
                                .isLessThanOrEqualTo(most);
                    }
                }
            }
        }
    }

    /**
     * Points × measures, put through bounds, groups and inactivity, are the score to the last millionth where nothing fades. They
     * are not for a lead with a measure that is as large as measures may become: more occurrences count in the points, but not
     * in the measure.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void measures_put_through_groups_are_the_points_that_a_lead_had(long seed) throws IOException {
        Drawn drawn = draw(seed);
        String unfading = drawn.text().replaceAll("(, )?decay: \\{[^}]*\\}", "");
        RuleSet plain = RuleFile.parse("rules.yaml", unfading).rules();
        Past given = past(plain, plain, drawn.moments(), 1, 1 << 14);
        Past measured = past(plain, MeasuringRules.of(plain), drawn.moments(), 1, 1 << 14);
        int held = 0;
        int compared = 0;

        for (int lead = 0; lead < given.leads(); lead++) {
            for (int moment = 0; moment < drawn.moments().size(); moment++) {
                if (isHeld(plain, measured, moment, lead)) {
                    held++;
                    continue;
                }
                compared++;
                Score score = given.score(moment, lead);
                List<Long> explicit = new ArrayList<>();
                for (int i = 0; i < plain.explicit().size(); i++) {
                    ExplicitRule rule = plain.explicit().get(i);
                    explicit.add(
                            rule.bounds().hold(points(rule.attribute(), (int) measured.explicit(moment, lead, i))));
                }
                List<Long> implicit = new ArrayList<>();
                for (int i = 0; i < plain.implicit().size(); i++) {
                    implicit.add(points(plain.implicit().get(i), measured.implicit(moment, lead, i)));
                }
                long fit = total(
                        plain,
                        plain.explicit().stream().map(ExplicitRule::group).toList(),
                        explicit);
                long engaged = total(
                        plain,
                        plain.implicit().stream().map(ImplicitRule::group).toList(),
                        implicit);
                long quiet = faded(plain.inactivity(), engaged, drawn.moments().get(moment), score.lastActivity());

                assertThat(List.of(fit, quiet)).as(drawn.text()).isEqualTo(List.of(score.fit(), score.engagement()));
            }
        }
        assertThat(compared).isGreaterThan(held);
    }

    private static boolean isHeld(RuleSet rules, Past measured, int moment, int lead) {
        return IntStream.range(0, rules.implicit().size())
                .anyMatch(rule -> Math.abs(measured.implicit(moment, lead, rule)) >= Points.MOST);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_order_of_rows_and_threads_change_nothing(long seed) throws IOException {
        Drawn drawn = draw(seed);
        RuleSet measuring = MeasuringRules.of(drawn.file().rules());

        Map<String, List<Long>> one =
                all(past(drawn.file().rules(), measuring, drawn.moments(), 1, 1 << 22), measuring);
        for (RandomExports.Table table : drawn.tables()) {
            if (!table.name().equals("contacts.csv")) {
                table.shuffled(new Random(seed)).write(directory);
            }
        }
        Map<String, List<Long>> other = all(past(drawn.file().rules(), measuring, drawn.moments(), 3, 7), measuring);

        assertThat(other).isEqualTo(one);
    }

    /** A drawn rule file, as text and read, with its exports and moments. */
    private record Drawn(String text, RuleFile file, List<RandomExports.Table> tables, List<Long> moments) {}

    private Drawn draw(long seed) throws IOException {
        Shape shape = Shape.draw(new Random(seed));
        String text = RandomRules.draw(new Random(seed + 1_000), shape);
        List<RandomExports.Table> tables = RandomExports.draw(new Random(seed + 2_000), shape);
        for (RandomExports.Table table : tables) {
            table.write(directory);
        }
        Files.writeString(directory.resolve("customers.csv"), "email,closed\n");
        return new Drawn(
                text,
                RuleFile.parse("rules.yaml", text),
                tables,
                List.of(shape.asOf() - 90 * DAY, shape.asOf() - 29 * DAY, shape.asOf()));
    }

    private Past past(RuleSet sources, RuleSet compiled, List<Long> moments, int threads, int chunkBytes) {
        OutcomeSource outcomes = RuleFile.parse(
                        "outcomes.yaml", "sources: {outcomes: {path: customers.csv, lead: email, time: closed}}")
                .rules()
                .sources()
                .outcomes();
        long end = moments.get(moments.size() - 1);
        try (Exports exports = Exports.withOutcomes(
                sources.sources(), outcomes, directory, InputStream.nullInputStream(), chunkBytes)) {
            return new PastReader(sources, outcomes, exports, threads, Progress.NONE, Objections.NONE, end)
                    .read(compiled, moments, end, List.of());
        }
    }

    private Map<String, Score> scores(RuleSet rules, long asOf) {
        try (Exports exports = new Exports(rules.sources(), directory, InputStream.nullInputStream(), 1 << 14)) {
            Result result = new Engine(1, Progress.NONE, Objections.NONE).run(rules, exports, asOf);
            Map<String, Score> scores = new HashMap<>();
            for (RankedLead lead : result.leads()) {
                scores.put(Text.fold(lead.lead()) + (rules.sources().areIdsExact() ? lead.lead() : ""), lead.score());
            }
            return scores;
        }
    }

    private static Map<String, List<Long>> all(Past past, RuleSet rules) {
        Map<String, List<Long>> all = new TreeMap<>();
        for (int lead = 0; lead < past.leads(); lead++) {
            List<Long> figures = new ArrayList<>();
            figures.add(past.knownSince(lead));
            for (int moment = 0; moment < past.moments().size(); moment++) {
                for (int i = 0; i < rules.explicit().size(); i++) {
                    figures.add(past.explicit(moment, lead, i));
                }
                for (int i = 0; i < rules.implicit().size(); i++) {
                    figures.add(past.implicit(moment, lead, i));
                }
            }
            all.put(past.spelling(lead), figures);
        }
        return all;
    }

    private static RuleSet unfading(RuleSet rules) {
        return rules.withRules(
                rules.explicit(),
                rules.implicit().stream()
                        .map(rule -> new ImplicitRule(
                                rule.name(),
                                rule.group(),
                                rule.activity(),
                                rule.isActivity(),
                                rule.within(),
                                unfading(rule.award()),
                                rule.bounds(),
                                rule.at()))
                        .toList());
    }

    private static Award unfading(Award award) {
        return award instanceof Award.Each each
                ? new Award.Each(each.points(), each.limit(), null)
                : new Award.Tiers(((Award.Tiers) award).tiers(), null);
    }

    private static long points(Attribute attribute, int number) {
        if (number == 0) {
            return 0;
        }
        if (attribute instanceof Attribute.When when) {
            return when.points();
        }
        if (attribute instanceof Attribute.Tiers tiers) {
            return tiers.tiers().get(number - 1).points();
        }
        Attribute.Values table = (Attribute.Values) attribute;
        List<String> values = MeasuringRules.values(table);
        return number > values.size() ? table.otherwise() : table.points().get(values.get(number - 1));
    }

    private static long points(ImplicitRule rule, long measure) {
        long points = 0;
        if (rule.award() instanceof Award.Each each) {
            points = product(each.points(), measure);
        } else if (measure > 0) {
            points = ((Award.Tiers) rule.award()).tiers().get((int) measure - 1).points();
        }
        return rule.bounds().hold(points);
    }

    private static long product(long points, long measure) {
        BigDecimal product = BigDecimal.valueOf(points)
                .multiply(BigDecimal.valueOf(measure))
                .divide(BigDecimal.valueOf(Points.ONE), 0, RoundingMode.HALF_EVEN);
        return product.max(BigDecimal.valueOf(-Points.MOST))
                .min(BigDecimal.valueOf(Points.MOST))
                .longValueExact();
    }

    private static long total(RuleSet rules, List<String> groups, List<Long> points) {
        long total = 0;
        for (int i = 0; i < points.size(); i++) {
            total += groups.get(i) == null ? points.get(i) : 0;
        }
        for (Group group : rules.groups()) {
            if (groups.contains(group.name())) {
                long sum = 0;
                for (int i = 0; i < points.size(); i++) {
                    sum += group.name().equals(groups.get(i)) ? points.get(i) : 0;
                }
                total += group.bounds()
                        .hold(group.weight()
                                .multiply(BigDecimal.valueOf(sum))
                                .setScale(0, RoundingMode.HALF_EVEN)
                                .longValueExact());
            }
        }
        return total;
    }

    private static long faded(Inactivity inactivity, long engaged, long asOf, long lastActivity) {
        if (inactivity == null || engaged <= 0 || lastActivity == TimeFormat.NONE) {
            return engaged;
        }
        long idle = asOf - lastActivity;
        long quiet = idle < inactivity.after() ? 0 : 1 + (idle - inactivity.after()) / inactivity.every();
        return BigDecimal.ONE
                .subtract(inactivity.lose())
                .pow((int) quiet)
                .multiply(BigDecimal.valueOf(engaged))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
