package org.leadscore.score.point;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.ImplicitRule;

/** Writes scores by one rule set as bytes, and reads them again. Immutable. */
public final class ScoreBytes {

    private static final List<Status> STATUSES = List.of(Status.values());

    private final Names buckets;
    private final Names disqualifiers;
    private final Names rules;

    /** Numbers for a few texts, from 1; 0 stands for none. */
    private static final class Names {

        private final List<String> names;
        private final Map<String, Integer> numbers = new HashMap<>();

        Names(Stream<String> all) {
            names = all.toList();
            for (int i = 0; i < names.size(); i++) {
                numbers.putIfAbsent(names.get(i), i + 1);
            }
        }

        int of(@Nullable String name) {
            return name == null ? 0 : Objects.requireNonNull(numbers.get(name));
        }

        @Nullable
        String at(long number) {
            return number == 0 ? null : names.get((int) number - 1);
        }
    }

    /** Numbers the buckets, disqualifiers and rules of the rule set. */
    public ScoreBytes(RuleSet set) {
        buckets = new Names(set.buckets().stream().map(Bucket::name));
        disqualifiers = new Names(set.disqualifiers().stream().map(Disqualifier::name));
        rules = new Names(Stream.concat(
                set.explicit().stream().map(ExplicitRule::name),
                set.implicit().stream().map(ImplicitRule::name)));
    }

    /** Writes a score by the rule set. */
    public void pack(Score score, Packing out) {
        out.number(STATUSES.indexOf(score.status()));
        out.number(disqualifiers.of(score.disqualifiedBy()));
        out.number(score.fit());
        out.number(score.engagement());
        out.number(score.value());
        out.number(buckets.of(score.bucket()));
        out.number(score.lastActivity());
        out.number(score.contributions().size());
        for (Contribution contribution : score.contributions()) {
            out.number(rules.of(contribution.rule()));
            out.number(contribution.points());
        }
    }

    /** Reads a score that {@link #pack} wrote, by an equal rule set. */
    public Score unpack(Unpacking in) {
        return new Score(
                STATUSES.get((int) in.number()),
                disqualifiers.at(in.number()),
                in.number(),
                in.number(),
                in.number(),
                buckets.at(in.number()),
                in.number(),
                contributions(in));
    }

    private List<Contribution> contributions(Unpacking in) {
        int count = (int) in.number();
        List<Contribution> contributions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            contributions.add(new Contribution(String.valueOf(rules.at(in.number())), in.number()));
        }
        return contributions;
    }
}
