package org.leadscore.rules.condition;

import java.util.Optional;
import java.util.stream.Stream;

/** A value of a lead that has been scored, which conditions can ask for where the rules say what happens next. */
public enum LeadValue {
    SCORE("score", true),
    FIT("fit", true),
    ENGAGEMENT("engagement", true),
    IDLE_DAYS("idle-days", true),
    BUCKET("bucket", false),
    STATUS("status", false),
    RULES("rules", false),
    INTEREST("interest", false),
    STAGE("stage", false),
    SOURCE("source", false);

    private final String word;
    private final boolean isNumber;

    LeadValue(String word, boolean isNumber) {
        this.word = word;
        this.isNumber = isNumber;
    }

    /** The value of that name, as conditions write it. */
    public static Optional<LeadValue> named(String word) {
        return Stream.of(values()).filter(value -> value.word.equals(word)).findFirst();
    }

    /** The key of conditions. */
    public String word() {
        return word;
    }

    public boolean isNumber() {
        return isNumber;
    }
}
