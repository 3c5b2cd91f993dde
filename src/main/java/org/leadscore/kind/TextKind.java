package org.leadscore.kind;

/** A kind of text that rules can ask for by name. Immutable. */
public interface TextKind {

    /**
     * Whether the text is of this kind.
     *
     * @param value there and not blank; surrounding white space does not matter
     */
    boolean holds(String value);
}
