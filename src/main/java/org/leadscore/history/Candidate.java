package org.leadscore.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.leadscore.calibrate.quality.Giveaway;
import org.leadscore.calibrate.quality.Significance;
import org.leadscore.calibrate.rows.Counts;

/**
 * A field, an event or a rule that is to be judged by how well it tells who converted. {@link Suspects} collects them all
 * before the first is judged, as q depends on how many there are.
 */
final class Candidate {

    /**
     * An attribute that leads have by it.
     *
     * @param clause such as {@code 'stage' is 'customer'}
     */
    private record Part(String clause, Counts with) {}

    private final Suspect.Kind kind;
    private final String name;
    private final Counts whole; // all leads
    private final List<Part> parts = new ArrayList<>();
    private OptionalDouble area = OptionalDouble.empty(); // of the whole table, if it is above the limit
    private String given = ""; // what is known from elsewhere to give the outcome away; empty for nothing

    /** @param whole all leads that have or lack it */
    Candidate(Suspect.Kind kind, String name, Counts whole) {
        this.kind = kind;
        this.name = name;
        this.whole = whole;
    }

    /** Adds an attribute, to be judged by itself. */
    void add(String clause, Counts with) {
        parts.add(new Part(clause, with));
    }

    /** Adds the area under the curve of a table of it, if that is too good to be true. */
    void add(OptionalDouble tooGood) {
        area = area.isEmpty() ? tooGood : area;
    }

    /** Condemns it without a look at its attributes. */
    void give(String clause) {
        given = clause;
    }

    Suspect.Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    /** The p-value of each attribute, in the order in which they were added. */
    List<Double> p() {
        return parts.stream().map(part -> Significance.p(part.with(), whole)).toList();
    }

    /**
     * A clause that says why it is a suspect; empty when it is none.
     *
     * @param q of its attributes, in the order in which they were added
     */
    Optional<String> finding(List<Double> q) {
        if (!given.isEmpty()) {
            return Optional.of(given);
        }
        List<Part> sure = new ArrayList<>();
        List<Part> most = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (Giveaway.isSure(parts.get(i).with(), whole)) {
                sure.add(parts.get(i));
            }
            if (Giveaway.holdsMost(parts.get(i).with(), whole, q.get(i))) {
                most.add(parts.get(i));
            }
        }
        return strongest(sure)
                .map(this::sure)
                .or(() -> strongest(most).map(this::most))
                .or(() -> area.isEmpty()
                        ? Optional.empty()
                        : Optional.of(text("%s alone has an AUC of %.4f", subject(), area.getAsDouble())));
    }

    private static Optional<Part> strongest(List<Part> parts) {
        return parts.stream()
                .max(Comparator.comparingInt((Part part) -> part.with().conversions())
                        .thenComparing(part -> part.with().rate())
                        .thenComparing(Part::clause));
    }

    private String sure(Part part) {
        return text(
                "%s for %,d leads, of whom %.1f %% converted, and %.1f %% of the others",
                part.clause(),
                part.with().leads(),
                100 * part.with().rate(),
                100 * part.with().restOf(whole).rate());
    }

    private String most(Part part) {
        return text(
                "%s for %.1f %% of the conversions, and %.1f %% of the leads",
                part.clause(),
                100.0 * part.with().conversions() / whole.conversions(),
                100.0 * part.with().leads() / whole.leads());
    }

    private String subject() {
        return switch (kind) {
            case FIELD -> "'" + name + "'";
            case EVENT -> "the event '" + name + "'";
            case RULE -> "the rule '" + name + "'";
        };
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
