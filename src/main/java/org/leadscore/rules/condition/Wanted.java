package org.leadscore.rules.condition;

/**
 * A form that a value must have for rules to compare or add it. Asked of a {@link Test}; values that do not have it are
 * counted and shown in the summary.
 */
public enum Wanted {
    NUMBER("number"),
    DATE("date");

    private final String word;

    Wanted(String word) {
        this.word = word;
    }

    /** The word for it in messages, in the singular. */
    public String word() {
        return word;
    }
}
