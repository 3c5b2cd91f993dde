package org.leadscore.score.point;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.rules.rule.Group;

/**
 * Adds up the points of the rules on one side, fit or engagement, by group and over all. Amounts are millionths of a
 * point.
 */
public final class Side {

    private static final int NO_GROUP = -1;

    /** By rule, its name. */
    private final List<String> names = new ArrayList<>();
    /** By rule, the index of its group, or {@link #NO_GROUP}. */
    private int[] groupOfRule = {};

    private final List<Group> groups;
    /** By group, whether its weight is not 1. */
    private final boolean[] isWeighed;
    /** By group, the double next to its weight. */
    private final double[] nearWeights;

    /** Adds up points by these groups. */
    public Side(List<Group> groups) {
        this.groups = groups;
        this.isWeighed = new boolean[groups.size()];
        this.nearWeights = new double[groups.size()];
        for (int i = 0; i < nearWeights.length; i++) {
            isWeighed[i] = groups.get(i).weight().compareTo(BigDecimal.ONE) != 0;
            nearWeights[i] = groups.get(i).weight().doubleValue();
        }
    }

    /** Adds the next rule; to be called before any points are added up. */
    public void add(String rule, @Nullable String group) {
        names.add(rule);
        int index = NO_GROUP;
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).name().equals(group)) {
                index = i;
            }
        }
        groupOfRule = Arrays.copyOf(groupOfRule, groupOfRule.length + 1);
        groupOfRule[groupOfRule.length - 1] = index;
    }

    /**
     * The sum over all groups and the rules that stand alone.
     *
     * @param points by rule, held within the rule's own bounds
     */
    public long total(long[] points) {
        long total = 0;
        long[] sums = new long[groups.size()];
        boolean[] used = new boolean[groups.size()];
        for (int i = 0; i < points.length; i++) {
            int group = groupOfRule[i];
            if (group == NO_GROUP) {
                total += points[i];
            } else {
                sums[group] += points[i];
                used[group] = true;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            if (used[i]) {
                total += groups.get(i).bounds().hold(weighed(sums[i], i));
            }
        }
        return total;
    }

    /**
     * Passes on what each rule gave or took within its group, in the order of the rules; rules that gave and took
     * nothing are left out.
     *
     * @param points by rule, held within the rule's own bounds
     */
    void tell(long[] points, Contribution.Hearer hearer) {
        for (int rule = 0; rule < points.length; rule++) {
            int group = groupOfRule[rule];
            long amount = group == NO_GROUP ? points[rule] : weighed(points[rule], group);
            if (amount != 0) {
                hearer.hear(names.get(rule), amount);
            }
        }
    }

    /** The contributions of the rules that gave or took points, in their order. */
    public List<Contribution> contributions(long[] points) {
        return new Contributions(List.of(), true, this, points);
    }

    /**
     * The rules that stand alone and the groups, in the order in which they first come; those that gave and took
     * nothing are left out.
     */
    public List<Explanation.Part> parts(long[] points) {
        List<Explanation.Part> parts = new ArrayList<>();
        boolean[] told = new boolean[groups.size()];
        for (int i = 0; i < points.length; i++) {
            int group = groupOfRule[i];
            if (group == NO_GROUP) {
                if (points[i] != 0) {
                    parts.add(
                            new Explanation.Part(null, List.of(new Contribution(names.get(i), points[i])), points[i]));
                }
            } else if (!told[group]) {
                told[group] = true;
                part(group, points).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private Optional<Explanation.Part> part(int group, long[] points) {
        List<Contribution> rules = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < points.length; i++) {
            if (groupOfRule[i] == group && points[i] != 0) {
                rules.add(new Contribution(names.get(i), points[i]));
                sum += points[i];
            }
        }
        Group of = groups.get(group);
        long held = of.bounds().hold(weighed(sum, group));
        return rules.isEmpty() && held == 0 ? Optional.empty() : Optional.of(new Explanation.Part(of, rules, held));
    }

    private long weighed(long points, int group) {
        return points == 0 || !isWeighed[group]
                ? points
                : Points.weigh(points, nearWeights[group], groups.get(group).weight());
    }
}
