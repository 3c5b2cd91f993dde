package org.leadscore.report.screen;

import java.util.List;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;

/** Says what the bucket of a lead means: the highest is good news, the lowest and none can be passed over. */
public final class StandingTint {

    private StandingTint() {}

    /** The meaning of the bucket that a score is in, or of none. */
    public static Meaning of(Score score, RuleSet rules) {
        List<Bucket> buckets = rules.buckets();
        String name = score.bucket();
        if (name == null) {
            return score.status() == Status.DISQUALIFIED ? Meaning.BAD : Meaning.ASIDE;
        }
        return of(buckets.stream().map(Bucket::name).toList().indexOf(name), buckets.size());
    }

    /**
     * The meaning of a bucket.
     *
     * @param bucket its place, from 0 for the highest
     * @param buckets the number of buckets
     */
    public static Meaning of(int bucket, int buckets) {
        if (bucket == 0) {
            return Meaning.GOOD;
        }
        return bucket == buckets - 1 ? Meaning.ASIDE : Meaning.DOUBT;
    }
}
