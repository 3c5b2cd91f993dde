package org.leadscore.score.point;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.Scale;

/**
 * Numbers of leads by status and bucket.
 *
 * @param buckets scored leads by bucket, in the order of the rule file; empty buckets too
 * @param belowBuckets scored leads below the lowest bucket
 * @param spread scored leads by score and bucket
 */
public record Census(
        Map<String, Integer> buckets, int belowBuckets, int customers, int noData, int disqualified, Spread spread) {

    public Census {
        buckets = Collections.unmodifiableMap(new LinkedHashMap<>(buckets));
    }

    /** The census of no leads. */
    public static Census none(Scale scale, List<Bucket> buckets) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        buckets.forEach(bucket -> counts.put(bucket.name(), 0));
        return new Census(counts, 0, 0, 0, 0, new Spread.Count(scale, buckets.size()).spread());
    }

    /** The census of these leads and others, by the same rules. */
    public Census plus(Census other) {
        Map<String, Integer> sums = new LinkedHashMap<>(buckets);
        other.buckets.forEach((name, leads) -> sums.merge(name, leads, Integer::sum));
        return new Census(
                sums,
                belowBuckets + other.belowBuckets,
                customers + other.customers,
                noData + other.noData,
                disqualified + other.disqualified,
                spread.plus(other.spread));
    }

    /** Number of scored leads, in a bucket or below. */
    public int scored() {
        return buckets.values().stream().mapToInt(Integer::intValue).sum() + belowBuckets;
    }

    /** Leads of any status. */
    public int total() {
        return scored() + customers + noData + disqualified;
    }
}
