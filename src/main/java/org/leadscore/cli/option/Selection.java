package org.leadscore.cli.option;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.leadscore.lead.Text;
import org.leadscore.problem.UsageException;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.point.RankedLead;

/**
 * The leads of the ranking that are listed. They keep the ranks that they have in the whole ranking.
 *
 * @param buckets names as the rule file has them; empty for all leads
 * @param top the number of leads at most
 */
public record Selection(Set<String> buckets, int top) {

    public static final int ALL = Integer.MAX_VALUE;

    /**
     * Finds the named buckets, compared without case.
     *
     * @throws UsageException for a bucket that the rule file does not have
     */
    public static Selection of(List<String> names, int top, RuleSet rules) {
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

    /**
     * The leads of a ranking that are listed, in its order: the highest bucket first, then the others.
     *
     * @param counts number of leads in the ranking by bucket, the highest bucket first
     */
    public List<RankedLead> from(List<RankedLead> ranking, Map<String, Integer> counts) {
        if (buckets.isEmpty()) {
            return ranking.subList(0, Math.min(top, ranking.size()));
        }
        List<List<RankedLead>> parts = new ArrayList<>();
        int first = 0;
        int listed = 0;
        for (Map.Entry<String, Integer> bucket : counts.entrySet()) {
            int leads = buckets.contains(bucket.getKey()) ? Math.min(bucket.getValue(), top - listed) : 0;
            parts.add(ranking.subList(first, first + leads));
            first += bucket.getValue();
            listed += leads;
        }
        return Joined.of(parts);
    }

    /** Lists one behind the other, none of which is copied. */
    private static final class Joined extends AbstractList<RankedLead> implements RandomAccess {

        private final List<List<RankedLead>> parts;
        private final int size;

        private Joined(List<List<RankedLead>> parts) {
            this.parts = parts;
            this.size = parts.stream().mapToInt(List::size).sum();
        }

        /** Puts the leads of several slices of the ranking into one list, in the same order. */
        static List<RankedLead> of(List<List<RankedLead>> parts) {
            List<List<RankedLead>> filled =
                    parts.stream().filter(part -> !part.isEmpty()).toList();
            return filled.size() == 1 ? filled.get(0) : new Joined(filled);
        }

        @Override
        public RankedLead get(int index) {
            int left = index;
            for (List<RankedLead> part : parts) {
                if (left < part.size()) {
                    return part.get(left);
                }
                left -= part.size();
            }
            throw new IndexOutOfBoundsException(index);
        }

        /** A view of one part when the range lies in it, since a part knows how to get at many leads at once. */
        @Override
        public List<RankedLead> subList(int from, int to) {
            int first = 0;
            for (List<RankedLead> part : parts) {
                if (from >= first && to <= first + part.size()) {
                    return part.subList(from - first, to - first);
                }
                first += part.size();
            }
            return super.subList(from, to);
        }

        @Override
        public int size() {
            return size;
        }
    }

    private static UsageException unknown(String name, RuleSet rules) {
        List<String> names = rules.buckets().stream().map(Bucket::name).toList();
        return new UsageException("--bucket " + name + ": no such bucket; " + Words.choice(names));
    }
}
