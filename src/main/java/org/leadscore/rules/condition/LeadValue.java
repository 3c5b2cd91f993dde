package org.leadscore.rules.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value of a lead that has been scored, which conditions can ask for where the rules say what happens next. */
public enum LeadValue {
    SCORE("score", Sort.NUMBER, "The score, as reported."),
    FIT("fit", Sort.NUMBER, "The points of the explicit rules."),
    ENGAGEMENT("engagement", Sort.NUMBER, "The points of the implicit rules."),
    IDLE_DAYS("idle-days", Sort.AGE, "Whole days since the lead's last event that a rule matched."),
    BUCKET("bucket", Sort.NAME, "The name of its bucket."),
    STATUS("status", Sort.NAME, "scored, customer, no-data or disqualified."),
    RULES("rules", Sort.NAMES, "Names of rules that gave it points."),
    INTEREST("interest", Sort.NAME, "Its strongest interest."),
    STAGE("stage", Sort.NAME, "Its stage of the buying cycle."),
    SOURCE("source", Sort.TEXT, "How it came.");

    /** The sorts of values, which say what can be asked of one. */
    public enum Sort {
        /** A number that every lead has. */
        NUMBER,
        /** A number that a lead may be without. */
        AGE,
        /** One of the names of the file, or none. */
        NAME,
        /** Several names of the file, of which one has to pass. */
        NAMES,
        /** Any text, or none. */
        TEXT;

        /** True when the value is compared as a number. */
        public boolean isNumber() {
            return switch (this) {
                case NUMBER, AGE -> true;
                case NAME, NAMES, TEXT -> false;
            };
        }
    }

    /** The names of {@link #STATUS}, as {@code score.Status} has them. */
    public static final List<String> STATUSES = List.of("scored", "customer", "no-data", "disqualified");

    private final String word;
    private final Sort sort;
    private final String meaning;

    LeadValue(String word, Sort sort, String meaning) {
        this.word = word;
        this.sort = sort;
        this.meaning = meaning;
    }

    /** The value of that name, as conditions write it. */
    public static Optional<LeadValue> named(String word) {
        return Stream.of(values()).filter(value -> value.word.equals(word)).findFirst();
    }

    /** The key of conditions. */
    public String word() {
        return word;
    }

    public Sort sort() {
        return sort;
    }

    /** The sentence that the schema says of it. */
    public String meaning() {
        return meaning;
    }
}
