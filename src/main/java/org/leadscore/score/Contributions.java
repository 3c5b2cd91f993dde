package org.leadscore.score;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The contributions to one score, worked out when they are first looked at: most scores are only ranked. Unmodifiable; threads
 * that look at the same time find the same.
 */
final class Contributions extends AbstractList<Contribution> implements RandomAccess {

    private static final Contribution[] NONE = {};

    private final List<Contribution> explicit;
    private final Side engagement;
    private final long[] points;
    private Contribution @Nullable [] all;

    /**
     * Not worked out yet.
     *
     * @param explicit those that come first
     * @param points by implicit rule; not to be changed any more
     */
    Contributions(List<Contribution> explicit, Side engagement, long[] points) {
        this.explicit = explicit;
        this.engagement = engagement;
        this.points = points;
    }

    @Override
    public Contribution get(int index) {
        return all()[index];
    }

    @Override
    public int size() {
        return all().length;
    }

    private Contribution[] all() {
        Contribution[] known = all;
        if (known == null) {
            Contribution[] room = new Contribution[explicit.size() + points.length];
            int count = 0;
            for (; count < explicit.size(); count++) {
                room[count] = explicit.get(count);
            }
            for (int rule = 0; rule < points.length; rule++) {
                Contribution contribution = engagement.contribution(rule, points[rule]);
                if (contribution != null) {
                    room[count++] = contribution;
                }
            }
            known = count == 0 ? NONE : Arrays.copyOf(room, count);
            all = known;
        }
        return known;
    }
}
