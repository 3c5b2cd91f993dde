package org.leadscore.engine.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.condition.Field;

/**
 * Finds texts that are a letter or two from frequent ones: in the rules those that no cell has, in the data those that no
 * rule knows. Of the contact list, or of all logs together. Not thread-safe.
 */
final class NearMisses {

    /** The number of times that the text meant must be more frequent than the slip. */
    private static final int RARE = 5;

    /** The least number of cells of a frequent text. */
    private static final int FREQUENT = 2;

    private static final int MOST_SLIPS = 20;

    /** The words of the rules, a row a test. */
    private final List<AskedConditions.Words> asked;

    /** The texts of the data, by kind and name of the field. */
    private final Map<String, WordCounts> counts = new HashMap<>();

    NearMisses(List<AskedConditions.Words> asked) {
        this.asked = asked;
        asked.forEach(words -> counts.computeIfAbsent(key(words.field()), any -> new WordCounts()));
    }

    /** Takes the texts of a field; null for a field that no rule compares with texts. */
    @Nullable
    WordCounts countsOf(Field field) {
        return counts.get(key(field));
    }

    /** Counts the name of a constant event. */
    void addEvent(String name, long rows) {
        WordCounts events = counts.get(Field.Kind.EVENT.name());
        if (events != null && rows > 0) {
            events.add(name, true, rows);
        }
    }

    /** The words of the rules that no cell has, though one that is frequent is near. */
    List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        for (AskedConditions.Words words : asked) {
            WordCounts texts = counts.get(key(words.field()));
            if (texts == null || texts.isFull()) {
                continue;
            }
            words.folded().stream()
                    .sorted()
                    .filter(word -> texts.of(word) == null)
                    .forEach(word -> near(word, words, texts)
                            .ifPresent(
                                    meant -> doubts.add(new Doubt(words.field().at(), sentence(word, words, meant)))));
        }
        return doubts;
    }

    private static Optional<WordCounts.Word> near(String word, AskedConditions.Words words, WordCounts texts) {
        return texts.all().stream()
                .filter(text -> text.count() >= FREQUENT && Nearest.isNear(word, Text.fold(text.text())))
                .filter(text -> !words.folded().contains(Text.fold(text.text())))
                .max(Comparator.comparingLong(WordCounts.Word::count)
                        .thenComparing(WordCounts.Word::text, Comparator.reverseOrder()));
    }

    private static String sentence(String word, AskedConditions.Words words, WordCounts.Word meant) {
        String what = words.field().kind() == Field.Kind.EVENT
                ? "no event is called '" + word + "'"
                : "no cell of the column '" + words.field().name() + "' is '" + word + "'";
        return what + ", and " + grouped(meant.count()) + (meant.count() == 1 ? " is '" : " are '") + meant.text()
                + "'; is that meant?";
    }

    /** The texts of the data that are rare and that no rule knows, though they are near to a frequent word of a rule. */
    List<String> slips() {
        List<String> slips = new ArrayList<>();
        counts.forEach((key, texts) -> {
            if (!texts.isFull()) {
                List<WordCounts.Word> frequent = frequent(key, texts);
                texts.all().stream()
                        .filter(text -> !text.known() && text.place() != null)
                        .forEach(text -> meant(text, frequent).ifPresent(word -> slips.add(sentence(text, word))));
            }
        });
        return slips.stream().sorted().limit(MOST_SLIPS).toList();
    }

    /** The frequent texts that a rule names. */
    private List<WordCounts.Word> frequent(String key, WordCounts texts) {
        return asked.stream()
                .filter(words -> key(words.field()).equals(key))
                .flatMap(words -> words.folded().stream())
                .distinct()
                .sorted()
                .flatMap(word -> Optional.ofNullable(texts.of(word)).stream())
                .filter(text -> text.count() >= FREQUENT)
                .toList();
    }

    private static Optional<WordCounts.Word> meant(WordCounts.Word text, List<WordCounts.Word> frequent) {
        return frequent.stream()
                .filter(word -> word.count() >= RARE * text.count())
                .filter(word -> Nearest.isNear(Text.fold(text.text()), Text.fold(word.text())))
                .max(Comparator.comparingLong(WordCounts.Word::count));
    }

    private static String sentence(WordCounts.Word text, WordCounts.Word meant) {
        return "%s: '%s', which no rule knows, stands in %s, and '%s', a letter or two from it, in %s"
                .formatted(text.place(), text.text(), cells(text.count()), meant.text(), grouped(meant.count()));
    }

    private static String cells(long count) {
        return grouped(count) + (count == 1 ? " row" : " rows");
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String key(Field field) {
        return field.kind() == Field.Kind.COLUMN
                ? field.kind() + " " + field.name()
                : field.kind().name();
    }
}
