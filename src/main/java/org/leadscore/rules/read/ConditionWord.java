package org.leadscore.rules.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.leadscore.rules.condition.LeadValue;

/**
 * The words of the language that stand where a condition could name a column. A column that bears one is written {@code column.NAME}.
 * Conditions on leads have those of {@link LeadValue} besides. Readers, schema, messages, and whoever writes rules, have the words from here.
 */
public enum ConditionWord {
    ALL("all"),
    ANY("any"),
    NOT("not"),
    IS("is"),
    FILLED("filled"),
    DID("did"),
    WHEN("when"),
    /** The name of an event, in conditions on events. */
    EVENT("event"),
    /** The name of its log, likewise. */
    LOG("log"),
    /** Beside {@code did} in conditions on leads, as the next two. */
    COUNT("count"),
    TIMES("times"),
    WITHIN("within");

    private static final String COLUMN = "column.";

    private final String word;

    ConditionWord(String word) {
        this.word = word;
    }

    /** The word that is written so. */
    static Optional<ConditionWord> named(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** All of them, without those of leads. */
    public static List<String> words() {
        return Stream.of(values()).map(ConditionWord::word).toList();
    }

    /** The question what a lead did, and what may stand beside it. */
    static List<String> ofDid() {
        return Stream.of(DID, COUNT, TIMES, WITHIN).map(ConditionWord::word).toList();
    }

    /** A contact's or an event's column as rules have to name it. */
    public static String keyOf(String column) {
        return named(column).isPresent() || column.startsWith(COLUMN) ? asColumn(column) : column;
    }

    /** A column as any condition can name it, one on leads too. */
    public static String keyAnywhere(String column) {
        return LeadValue.named(column).isPresent() ? asColumn(column) : keyOf(column);
    }

    /** A column of that name where the name alone would mean something else. */
    static String asColumn(String name) {
        return COLUMN + name;
    }

    /** The column that a key of a condition names, whatever else bears that name. */
    static Optional<String> columnOf(String key) {
        return key.startsWith(COLUMN) ? Optional.of(key.substring(COLUMN.length())) : Optional.empty();
    }

    /** As rule files write it. */
    public String word() {
        return word;
    }
}
