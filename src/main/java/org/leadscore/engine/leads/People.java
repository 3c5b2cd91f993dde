package org.leadscore.engine.leads;

/**
 * All that is known of people beside their rows: who objected, and which ids are those of one person. Made by the engine of a
 * run's {@link LinkedIds}, taken by all who read logs.
 *
 * @param objections with all ids of the persons who objected
 */
public record People(Objections objections, Identities identities) {

    /** People of whom each has one id. */
    public static People of(Objections objections) {
        return new People(objections, Identities.NONE);
    }
}
