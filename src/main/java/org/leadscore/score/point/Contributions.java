package org.leadscore.score.point;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The contributions to one score, computed when they are first looked at, since most scores are only ranked.
 * Unmodifiable; threads that look at the same time find the same.
 */
public final class Contributions extends AbstractList<Contribution> implements RandomAccess {

    private final List<Contribution> explicit;
    private final boolean explicitFirst;
    private final Side engagement;
    private final long[] points;
    /** All contributions; null until they are first looked at. */
    private @Nullable List<Contribution> all;

    /**
     * Keeps what the contributions are computed from.
     *
     * @param explicit of the explicit rules that gave or took points
     * @param explicitFirst whether explicit rules stand above the implicit ones in the file
     * @param engagement the side of the implicit rules
     * @param points by implicit rule; not to be changed any more
     */
    public Contributions(List<Contribution> explicit, boolean explicitFirst, Side engagement, long[] points) {
        this.explicit = explicit;
        this.explicitFirst = explicitFirst;
        this.engagement = engagement;
        this.points = points;
    }

    @Override
    public Contribution get(int index) {
        return all().get(index);
    }

    @Override
    public int size() {
        return all().size();
    }

    /** Passes all contributions on without making an object for any: most are only looked through. */
    void tell(Contribution.Hearer hearer) {
        if (explicitFirst) {
            tellExplicit(hearer);
        }
        engagement.tell(points, hearer);
        if (!explicitFirst) {
            tellExplicit(hearer);
        }
    }

    private void tellExplicit(Contribution.Hearer hearer) {
        for (int i = 0; i < explicit.size(); i++) {
            hearer.hear(explicit.get(i).rule(), explicit.get(i).points());
        }
    }

    private List<Contribution> all() {
        List<Contribution> known = all;
        if (known == null) {
            List<Contribution> told = new ArrayList<>();
            tell((rule, amount) -> told.add(new Contribution(rule, amount)));
            known = List.copyOf(told); // whoever sees it sees all of it: a list of another kind might be seen half made
            all = known;
        }
        return known;
    }
}
