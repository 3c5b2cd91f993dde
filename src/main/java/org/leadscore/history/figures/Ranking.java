package org.leadscore.history.figures;

import org.leadscore.calibrate.quality.Quality;

/** The order of the leads of the test by some points, and its measures. */
public record Ranking(Kind kind, Quality quality) {

    /** The greatest area under the curve that is believed. */
    public static final double TOO_GOOD = 0.98;

    /** True when the points rank so well that something must be known only after the sale. */
    public boolean isTooGood() {
        return quality.auc().area() > TOO_GOOD;
    }

    /** The points by which is ranked. */
    public enum Kind {
        /** The points that are looked at: learned ones, or those of the rule file that is evaluated. */
        NEW,
        /** The points that they are compared with. */
        OLD,
        /** Learned by the rule of thumb. */
        RATIO,
        /** Learned without a limit to the number of rules. */
        UNLIMITED,
        /** The score as it is reported, held and rounded. */
        REPORTED,
        /** The new ones with the rules that look at suspects, likewise the old ones. */
        NEW_WITH_SUSPECTS,
        OLD_WITH_SUSPECTS
    }
}
