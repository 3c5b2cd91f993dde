package org.leadscore.score.point;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers of leads by status and bucket.
 *
 * @param buckets scored leads by bucket, in the order of the rule file; empty buckets too
 * @param belowBuckets scored leads below the lowest bucket
 */
public record Census(Map<String, Integer> buckets, int belowBuckets, int customers, int noData, int disqualified) {

    public Census {
        buckets = Collections.unmodifiableMap(new LinkedHashMap<>(buckets));
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
