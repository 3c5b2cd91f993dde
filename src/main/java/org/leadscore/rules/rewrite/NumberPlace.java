package org.leadscore.rules.rewrite;

/** A place in a rule file where a number stands that can be learned or proposed. Rules are named as the file names them, stripped. */
public sealed interface NumberPlace {

    /** The points of a condition, of each occurrence, or of {@code times}. */
    record Points(String rule) implements NumberPlace {}

    /**
     * The points of one tier.
     *
     * @param index from 0
     */
    record Tier(String rule, int index) implements NumberPlace {}

    /**
     * The points of a value of a field.
     *
     * @param value folded; {@code ""} is the empty field
     */
    record Value(String rule, String value) implements NumberPlace {}

    /** The points of the values that a table does not name. */
    record Otherwise(String rule) implements NumberPlace {}

    /**
     * The score from which on a bucket begins.
     *
     * @param index from 0, the highest
     */
    record Bucket(int index) implements NumberPlace {}

    /** The points that make a score of 0. */
    record Zero() implements NumberPlace {}

    /** The points that make a score of 100. */
    record Full() implements NumberPlace {}
}
