package org.leadscore.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.rules.Group;

/** Fit or engagement: adds up the points of the rules on one side, by group and over all. Amounts are millionths of a point. */
final class Side {

    private static final int NO_GROUP = -1;

    private final List<String> names = new ArrayList<>();
    private int[] groupOfRule = {};
    private final List<Group> groups;
    private final boolean[] isWeighed;
    private final double[] nearWeights;

    Side(List<Group> groups) {
        this.groups = groups;
        this.isWeighed = new boolean[groups.size()];
        this.nearWeights = new double[groups.size()];
        for (int i = 0; i < nearWeights.length; i++) {
            isWeighed[i] = groups.get(i).weight().compareTo(BigDecimal.ONE) != 0;
            nearWeights[i] = groups.get(i).weight().doubleValue();
        }
    }

    void add(String rule, @Nullable String group) {
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

    /** @param points by rule, held within the rule's own bounds */
    long total(long[] points) {
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
     * Tells what each rule gave or took within its group, in their order; nothing of those of which that is nothing.
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

    /** Of the rules that gave or took points, in their order. */
    List<Contribution> contributions(long[] points) {
        return new Contributions(List.of(), true, this, points);
    }

    /** Rules that stand alone and groups, in the order in which they first come; what gave and took nothing is left out. */
    List<Explanation.Part> parts(long[] points) {
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
