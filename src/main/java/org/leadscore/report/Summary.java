package org.leadscore.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadscore.engine.Result;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.RankedLead;
import org.leadscore.score.Status;

/**
 * What a run has to say of itself.
 *
 * @param rulesFile as the user named it
 * @param version of this program
 * @param asOf milliseconds since 1970 UTC
 * @param seconds that the run took: all that differs between two runs over the same input
 */
public record Summary(Result result, RuleSet rules, String rulesFile, String version, long asOf, double seconds) {

    /** The as-of time in the rules' timezone. */
    String asOfText() {
        return new ZonedTimes(rules.timezone().zone()).format(asOf);
    }

    /** Scored leads by bucket, in the order of the rule file; empty buckets too. */
    Map<String, Integer> buckets() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Bucket bucket : rules.buckets()) {
            counts.put(bucket.name(), 0);
        }
        for (RankedLead lead : result.leads()) {
            String bucket = lead.score().bucket();
            if (bucket != null) {
                counts.merge(bucket, 1, Integer::sum);
            }
        }
        return counts;
    }

    int count(Status status) {
        int count = 0;
        for (RankedLead lead : result.leads()) {
            if (lead.score().status() == status) {
                count++;
            }
        }
        return count;
    }

    /** Scored leads below the lowest bucket. */
    int belowTheLowestBucket() {
        List<RankedLead> leads = result.leads();
        int count = 0;
        for (RankedLead lead : leads) {
            if (lead.score().status() == Status.SCORED && lead.score().bucket() == null) {
                count++;
            }
        }
        return count;
    }
}
