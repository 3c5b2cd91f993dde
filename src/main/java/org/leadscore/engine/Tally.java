package org.leadscore.engine;

/** How a source's rows were used. Each row counts once, in the order of the components; the counts add up to {@code rows}. */
public record Tally(
        String source,
        long rows,
        long rejected,
        long duplicate,
        long suppressed,
        long unmatched,
        long later,
        long matched) {

    public Tally {
        if (rows != rejected + duplicate + suppressed + unmatched + later + matched) {
            throw new IllegalArgumentException("the counts of " + source + " do not add up");
        }
    }
}
