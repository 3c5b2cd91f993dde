package org.leadscore.score.point;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of one lead by two rule sets. */
public record ScoreChange(Score before, Score after) {

    /** The cause of all changes that no rule makes by itself: what groups hold back, and what inactivity takes. */
    public static final String BOUNDS_AND_INACTIVITY = "bounds and inactivity";

    /** The change of fit and engagement together, in millionths of a point. */
    public long points() {
        return after.points() - before.points();
    }

    /**
     * The change of each rule's points, in millionths of a point, negative when it gives less, the weightiest first;
     * rules of the same name are the same rule. The amounts add up to {@link #points}.
     */
    public List<Contribution> causes() {
        Map<String, Long> byRule = new LinkedHashMap<>();
        long ofRules = 0;
        for (Contribution contribution : after.contributions()) {
            byRule.merge(contribution.rule(), contribution.points(), Long::sum);
            ofRules += contribution.points();
        }
        for (Contribution contribution : before.contributions()) {
            byRule.merge(contribution.rule(), -contribution.points(), Long::sum);
            ofRules -= contribution.points();
        }
        List<Contribution> causes = new ArrayList<>();
        byRule.forEach((rule, points) -> causes.add(new Contribution(rule, points)));
        causes.add(new Contribution(BOUNDS_AND_INACTIVITY, points() - ofRules));
        causes.removeIf(cause -> cause.points() == 0);
        causes.sort(Comparator.comparingLong(cause -> -Math.abs(cause.points())));
        return causes;
    }
}
