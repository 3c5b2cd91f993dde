package org.leadscore.kind;

/** A kind of text that rules can ask for by name. Immutable. */
public interface TextKind {

    /**
     * True when the text is of this kind.
     *
     * @param value present and not blank; surrounding white space does not matter
     */
    boolean holds(String value);
}
