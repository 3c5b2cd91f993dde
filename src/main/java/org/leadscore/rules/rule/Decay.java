package org.leadscore.rules.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.leadscore.lead.Points;

/** The way in which the points of an occurrence fade with its age. Durations and ages are milliseconds. */
public sealed interface Decay {

    /** The forms in which it is written, in the order in which messages name them. */
    enum Form {
        /** {@code {half-life: 30d}}. */
        HALF_LIFE("half-life"),
        /** {@code {linear: 90d}}. */
        LINEAR("linear"),
        /** {@code {step: 15%, every: 45d}}. */
        STEP("step");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        /** The key that tells it from the others. */
        public String word() {
            return word;
        }
    }

    /** The form in which a rule file has it. */
    Form form();

    /** The points of one occurrence, in millionths, rounded half even. */
    long faded(long points, long age);

    /** Halves the points in each half-life: the factor is 2^(−age/halfLife). */
    record HalfLife(long halfLife) implements Decay {
        @Override
        public Form form() {
            return Form.HALF_LIFE;
        }

        @Override
        public long faded(long points, long age) {
            double exponent = -(double) age / halfLife;
            return Points.scale(points, PowerOfTwo.near(exponent), () -> StrictMath.pow(2, exponent));
        }
    }

    /** Takes the points away evenly: the factor is 1 − age/until, not below 0. */
    record Linear(long until) implements Decay {
        @Override
        public Form form() {
            return Form.LINEAR;
        }

        @Override
        public long faded(long points, long age) {
            return age >= until ? 0 : Points.scale(points, until - age, until);
        }
    }

    /**
     * Takes a share of the points away at the end of each period: the factor is 1 − share·⌊age/every⌋, not below 0.
     *
     * @param share between 0 and 1
     */
    record Step(BigDecimal share, long every) implements Decay {

        /** Decimals of a share that can be reckoned with in longs. */
        private static final int FEW = 9;

        @Override
        public Form form() {
            return Form.STEP;
        }

        @Override
        public long faded(long points, long age) {
            long steps = age / every;
            if (share.scale() < 0 || share.scale() > FEW) {
                return fadedExactly(points, steps);
            }
            long one = BigDecimal.TEN.pow(share.scale()).longValueExact();
            long left = one - share.unscaledValue().longValueExact() * Math.min(steps, one);
            return left <= 0 ? 0 : Points.scale(points, left, one);
        }

        private long fadedExactly(long points, long steps) {
            BigDecimal left = BigDecimal.ONE.subtract(share.multiply(BigDecimal.valueOf(steps)));
            return left.signum() <= 0
                    ? 0
                    : left.multiply(BigDecimal.valueOf(points))
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact();
        }
    }
}
