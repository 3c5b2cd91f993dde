package org.leadscore.report.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.ExampleRun;
import org.leadscore.engine.leads.Result;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Points;
import org.leadscore.problem.Location;
import org.leadscore.rules.Example;
import org.leadscore.rules.Expectation;
import org.leadscore.rules.Expectation.Figure;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.next.Grades;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.Score;
import org.leadscore.segment.Placed;

/**
 * The outcome of an example of a rule file. Taken by the reports of {@code test}.
 *
 * @param failures expectations that are not met; empty when the example holds
 * @param why how the score came about, in whole lines; empty when the example holds
 */
public record ExampleOutcome(Example example, List<Failure> failures, String why) {

    /**
     * An expectation that is not met.
     *
     * @param what the name of the figure
     */
    public record Failure(Location at, String what, String wanted, String found) {

        String message() {
            return what + ": expected " + wanted + ", came out " + found;
        }
    }

    public ExampleOutcome {
        failures = List.copyOf(failures);
    }

    /** True when all expectations are met. */
    public boolean holds() {
        return failures.isEmpty();
    }

    /** Scores the example's lead by the rules. */
    public static ExampleOutcome of(RuleSet rules, Example example) {
        ExampleRun run = new ExampleRun(rules, example);
        Result result = run.score();
        if (result.leads().size() != 1) {
            String found = result.rejects().isEmpty()
                    ? "no lead"
                    : result.rejects().get(0).reason();
            return new ExampleOutcome(
                    example, List.of(new Failure(example.at(), "lead", "one that can be read", found)), "");
        }
        Score score = result.leads().get(0).score();
        Placed placed = result.placements().of(1);
        List<Failure> failures = new ArrayList<>();
        for (Expectation expected : example.expected()) {
            found(expected, rules, score, placed)
                    .ifPresent(found ->
                            failures.add(new Failure(expected.at(), expected.what(), expected.wanted(), found)));
        }
        String why = failures.isEmpty()
                ? ""
                : run.explain()
                        .map(explained -> ExplanationText.render(explained, rules, run.asOf(), ExplanationText.NEWEST))
                        .orElse("");
        return new ExampleOutcome(example, failures, why);
    }

    /** The figure that came out, as a text; null when it is as expected. */
    private static Optional<String> found(Expectation expected, RuleSet rules, Score score, Placed placed) {
        return expected.choose(
                amount -> {
                    BigDecimal number = number(amount, rules, score);
                    return amount.holds(number) ? Optional.empty() : Optional.of(Numbers.plain(number));
                },
                named -> {
                    List<String> names = names(named.figure(), rules, score, placed);
                    return named.holds(names) ? Optional.empty() : Optional.of(shown(names));
                });
    }

    private static String shown(List<String> names) {
        return names.isEmpty() ? "none" : String.join(" and ", names);
    }

    private static BigDecimal number(Expectation.Amount expected, RuleSet rules, Score score) {
        Figure figure = expected.figure();
        return switch (figure) {
            case SCORE -> BigDecimal.valueOf(score.value(), rules.scale().decimals());
            case FIT -> Points.toDecimal(score.fit());
            case ENGAGEMENT -> Points.toDecimal(score.engagement());
            case POINTS -> Points.toDecimal(score.points());
            case RULES ->
                Points.toDecimal(score.contributions().stream()
                        .filter(given -> given.rule().equals(expected.rule()))
                        .mapToLong(Contribution::points)
                        .sum());
            case BUCKET, STATUS, GRADE, STAGE, INTEREST, SOURCE, SEGMENTS, HAND_OFF, ACTION ->
                throw new IllegalStateException(figure.word() + " is no number");
        };
    }

    private static List<String> names(Figure figure, RuleSet rules, Score score, Placed placed) {
        Grades grades = rules.followUp().grades();
        return switch (figure) {
            case BUCKET -> one(score.bucket());
            case STATUS -> List.of(score.status().word());
            case GRADE -> one(grades == null ? null : grades.of(score.fit(), score.engagement()));
            case STAGE -> one(placed.standing().stage());
            case INTEREST -> one(placed.standing().interest());
            case SOURCE -> one(placed.standing().source());
            case SEGMENTS -> placed.standing().segments();
            case HAND_OFF -> one(placed.handOver().text());
            case ACTION -> placed.actions().stream().map(Action::name).toList();
            case SCORE, FIT, ENGAGEMENT, POINTS, RULES ->
                throw new IllegalStateException(figure.word() + " is no name");
        };
    }

    private static List<String> one(@Nullable String name) {
        return Stream.ofNullable(name).filter(found -> !found.isEmpty()).toList();
    }
}
