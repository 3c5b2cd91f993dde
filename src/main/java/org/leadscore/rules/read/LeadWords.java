package org.leadscore.rules.read;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadscore.lead.Text;
import org.leadscore.rules.condition.LeadValue;

/**
 * The values that a condition may ask of a lead in one rule file, and the names that a value can have if it is a name.
 * Immutable.
 */
final class LeadWords {

    private final String sort;
    private final Map<LeadValue, List<String>> names;
    private final Map<LeadValue, String> absent;

    private LeadWords(String sort, Map<LeadValue, List<String>> names, Map<LeadValue, String> absent) {
        this.sort = sort;
        this.names = names;
        this.absent = absent;
    }

    /** Words without any name, and without interest, stage and source. */
    static LeadWords none() {
        Map<LeadValue, String> absent = new EnumMap<>(LeadValue.class);
        absent.put(LeadValue.INTEREST, missing("interests", LeadValue.INTEREST));
        absent.put(LeadValue.STAGE, missing("stages", LeadValue.STAGE));
        absent.put(LeadValue.SOURCE, missing("acquisition", LeadValue.SOURCE));
        return new LeadWords("LEAD", Map.of(), absent);
    }

    /**
     * The same words with a value that has one of these names. Where one of them is blank, as it could not be read, any name
     * may be that one, and none is refused: the mistake has been reported where the name should stand.
     */
    LeadWords with(LeadValue value, List<String> known) {
        if (known.stream().anyMatch(Text::isBlank)) {
            return with(value);
        }
        Map<LeadValue, List<String>> more = new EnumMap<>(LeadValue.class);
        more.putAll(names);
        more.put(value, known);
        return with(value, more);
    }

    /** The same words with a value that may be any text. */
    LeadWords with(LeadValue value) {
        return with(value, names);
    }

    /**
     * The same words without a value.
     *
     * @param why the message about a condition that asks for it
     */
    LeadWords without(LeadValue value, String why) {
        Map<LeadValue, String> more = new EnumMap<>(LeadValue.class);
        more.putAll(absent);
        more.put(value, why);
        return new LeadWords(sort + " without " + value.word(), names, more);
    }

    /** A name for these words as a subject of conditions; different words have different ones. */
    String sort() {
        return sort;
    }

    /** The reason why the value cannot be asked for; empty when it can. */
    Optional<String> whyNot(LeadValue value) {
        return Optional.ofNullable(absent.get(value));
    }

    /** The names that the value can have; empty when it may be anything. */
    Optional<List<String>> names(LeadValue value) {
        return Optional.ofNullable(names.get(value));
    }

    private LeadWords with(LeadValue value, Map<LeadValue, List<String>> known) {
        Map<LeadValue, String> fewer = new EnumMap<>(LeadValue.class);
        fewer.putAll(absent);
        fewer.remove(value);
        return new LeadWords(sort, known, fewer);
    }

    private static String missing(String key, LeadValue value) {
        return "%s is known in files with %s, which this one has not; add that part, or write %s for the contact's column"
                .formatted(value.word(), key, ConditionWord.asColumn(value.word()));
    }
}
