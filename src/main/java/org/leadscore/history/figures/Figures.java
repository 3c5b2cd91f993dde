package org.leadscore.history.figures;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.quality.Auc;
import org.leadscore.calibrate.quality.CapacityStep;
import org.leadscore.calibrate.quality.RuleDrift;

/**
 * All figures of a calibration or an evaluation. Made in the package above, shown by the page and by {@link FiguresJson}.
 *
 * @param command that worked them out
 * @param rules the name of the rule file
 * @param against the name of the other; null without one
 * @param test null when one of its parts has no conversions, or nothing but conversions
 * @param rankings of the test, the points that are looked at first
 * @param difference of the area under the curve, new less old; null without old ones
 * @param capacity from few leads a week to all; empty in a flat history
 * @param perWeek the leads a week that were asked for; null when nobody asked
 * @param card the learned points; null when nothing was learned
 * @param drift of all points, the test against the time before; not a number when nobody looked
 * @param drifts of each rule, in the order of the rule file
 * @param seed of all that was drawn at random
 */
public record Figures(
        String command,
        String rules,
        @Nullable String against,
        Seen seen,
        @Nullable Tested test,
        List<Ranking> rankings,
        @Nullable Auc difference,
        List<CapacityStep> capacity,
        @Nullable Integer perWeek,
        Meaning meaning,
        @Nullable Card card,
        double drift,
        List<RuleDrift> drifts,
        Doubts doubts,
        long seed) {

    public Figures {
        rankings = List.copyOf(rankings);
        capacity = List.copyOf(capacity);
        drifts = List.copyOf(drifts);
    }

    /** True when there are old points to compare with. */
    public boolean isCompared() {
        return ranking(Ranking.Kind.OLD).isPresent();
    }

    /** The first ranking of a kind. */
    public Optional<Ranking> ranking(Ranking.Kind kind) {
        return rankings.stream().filter(ranking -> ranking.kind() == kind).findFirst();
    }
}
