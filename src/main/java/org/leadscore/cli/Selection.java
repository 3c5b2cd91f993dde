package org.leadscore.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.leadscore.lead.Text;
import org.leadscore.problem.UsageException;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.RankedLead;

/**
 * Which leads of the ranking are printed. Their ranks stay what they are.
 *
 * @param buckets names as the rule file has them; empty for all leads
 * @param top how many at most
 */
record Selection(Set<String> buckets, int top) {

    static final int ALL = Integer.MAX_VALUE;

    /** @throws UsageException for a bucket that the rule file does not have */
    static Selection of(List<String> names, int top, RuleSet rules) {
        Set<String> buckets = new LinkedHashSet<>();
        for (String name : names) {
            buckets.add(rules.buckets().stream()
                    .map(Bucket::name)
                    .filter(bucket -> Text.fold(bucket).equals(Text.fold(name)))
                    .findFirst()
                    .orElseThrow(() -> unknown(name, rules)));
        }
        return new Selection(buckets, top);
    }

    List<RankedLead> from(List<RankedLead> ranking) {
        if (buckets.isEmpty()) {
            return top < ranking.size() ? ranking.subList(0, top) : ranking;
        }
        return ranking.stream()
                .filter(lead -> lead.score().bucket() != null
                        && buckets.contains(lead.score().bucket()))
                .limit(top)
                .toList();
    }

    private static UsageException unknown(String name, RuleSet rules) {
        List<String> names = rules.buckets().stream().map(Bucket::name).toList();
        return new UsageException("--bucket " + name + ": no such bucket; " + Words.choice(names));
    }
}
