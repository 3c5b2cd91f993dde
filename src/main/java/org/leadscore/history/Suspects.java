package org.leadscore.history;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.leadscore.calibrate.quality.Significance;
import org.leadscore.calibrate.rows.History;
import org.leadscore.engine.past.Past;
import org.leadscore.engine.past.Trait;
import org.leadscore.lead.NumberFormat;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.source.ContactSource;

/**
 * The fields, events and rules that seem to give the outcome away, found once, before anything is learned or measured. Fields
 * of contacts are looked at always, as they are known only as of the export; events in a flat history only: what happens
 * before a snapshot does not happen because of a sale after it. Made by {@link PastHistory}.
 */
final class Suspects {

    private final RuleSet rules;
    private final Set<String> trustedFields; // names as they were given
    private final Set<String> trustedOthers; // names of events and rules, folded
    private final boolean ofRulesOnly;
    private final Reading reading; // of the names of events
    private final Set<String> names = new HashSet<>(); // of events and rules
    private final List<String> doubts;
    private final List<Suspect> found = new ArrayList<>();

    /**
     * Judges fields of the past, and the events and rules of its history.
     *
     * @param fields of contacts
     * @param from the first of the fields in {@link Past#texts}
     * @param history with a column for each rule, explicit ones first
     * @param ofRulesOnly true when a field or event matters only if a rule looks at it
     * @param trust names of fields, events and rules that a person vouches for
     */
    Suspects(
            Past past,
            PastRows rows,
            RuleSet rules,
            Timeline timeline,
            List<Field> fields,
            int from,
            History history,
            boolean ofRulesOnly,
            Set<String> trust) {
        this.rules = rules;
        this.ofRulesOnly = ofRulesOnly;
        trustedFields = Set.copyOf(trust);
        trustedOthers = trust.stream().map(Text::fold).collect(toSet());
        reading = new Reading('.', TimeFormat.iso(rules.timezone()), timeline.end());
        Candidates candidates = new Candidates(past, rows);
        ContactSource contacts = rules.sources().contacts();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            boolean hasValues = !PersonalData.isColumn(name)
                    || !explicit(rule -> looksAtField(rule, name)).isEmpty();
            NumberFormat numbers =
                    contacts == null ? NumberFormat.USUAL : contacts.dialect().numbers(name);
            candidates.addField(name, from + i, numbers, hasValues);
        }
        if (timeline.isFlat()) {
            past.traits().stream()
                    .sorted(Comparator.comparing(Trait::isPrefix)
                            .thenComparing(Trait::column)
                            .thenComparing(Trait::value))
                    .forEach(trait -> candidates.addEvent(name(trait), trait));
        }
        candidates.addRules(
                history,
                timeline.isFlat() ? history.columns().size() : rules.explicit().size());
        history.columns().forEach(column -> names.add(column.rule()));
        candidates.all().stream()
                .filter(candidate -> candidate.kind() == Suspect.Kind.EVENT)
                .forEach(candidate -> names.add(candidate.name()));
        doubts = timeline.isFlat() ? List.copyOf(candidates.doubts()) : List.of();
        judge(candidates.all());
    }

    /** The suspects that are left out: fields first, then events, then rules. */
    List<Suspect> leftOut() {
        return found.stream().filter(suspect -> !suspect.isTrusted()).toList();
    }

    /** The suspects that a person vouches for. */
    List<Suspect> trusted() {
        return found.stream().filter(Suspect::isTrusted).toList();
    }

    /** Clauses about fields that look a little like suspects, and are not left out. */
    List<String> doubts() {
        return doubts;
    }

    /** The names of the rules that are left out. */
    Set<String> rules() {
        return leftOut().stream().flatMap(suspect -> suspect.rules().stream()).collect(toSet());
    }

    /** The names of all events and rules that were looked at. */
    Set<String> names() {
        return names;
    }

    /** True when the name is that of a suspect of the kind that is left out. */
    boolean leavesOut(Suspect.Kind kind, String name) {
        return leftOut().stream()
                .anyMatch(suspect -> suspect.kind() == kind && suspect.name().equals(name));
    }

    /** The name by which an event, or a value of a column of events, is trusted. */
    static String name(Trait trait) {
        return trait.column().equals(Trait.EVENT) ? trait.value() : trait.column() + " " + trait.value();
    }

    private void judge(List<Candidate> candidates) {
        double[] q = Significance.q(candidates.stream()
                .flatMap(candidate -> candidate.p().stream())
                .mapToDouble(Double::doubleValue)
                .toArray());
        Set<String> named = new HashSet<>(); // rules that look at a suspect
        int next = 0;
        for (Candidate candidate : candidates) {
            int from = next;
            next += candidate.p().size();
            candidate
                    .finding(Arrays.stream(q, from, next).boxed().toList())
                    .ifPresent(finding -> add(candidate, finding, named));
        }
    }

    /** Adds a suspect, unless it is a rule that looks at one that is named already, or nobody asks for it. */
    private void add(Candidate candidate, String finding, Set<String> named) {
        String name = candidate.name();
        List<String> looking = switch (candidate.kind()) {
            case FIELD -> explicit(rule -> looksAtField(rule, name));
            case EVENT -> implicit(rule -> looksAtEvent(rule, name));
            case RULE -> List.of(name);
        };
        boolean isNamed = candidate.kind() == Suspect.Kind.RULE && !named.add(name);
        if (isNamed || looking.isEmpty() && ofRulesOnly) {
            return;
        }
        named.addAll(looking);
        List<String> leftOut = looking.stream()
                .filter(rule -> !trustedOthers.contains(Text.fold(rule)))
                .toList();
        boolean isTrusted = switch (candidate.kind()) {
            case FIELD -> trustedFields.contains(name);
            case EVENT -> trustedOthers.contains(Text.fold(name));
            case RULE -> leftOut.isEmpty() || looksAtTrusted(name);
        };
        boolean isVouchedFor = isTrusted || !looking.isEmpty() && leftOut.isEmpty();
        found.add(new Suspect(candidate.kind(), name, finding, leftOut, isVouchedFor));
    }

    private List<String> explicit(Predicate<ExplicitRule> isMeant) {
        return rules.explicit().stream().filter(isMeant).map(ExplicitRule::name).toList();
    }

    private List<String> implicit(Predicate<ImplicitRule> isMeant) {
        return rules.implicit().stream().filter(isMeant).map(ImplicitRule::name).toList();
    }

    private boolean looksAtTrusted(String rule) {
        return trustedFields.stream()
                        .anyMatch(field ->
                                explicit(one -> looksAtField(one, field)).contains(rule))
                || trustedOthers.stream()
                        .anyMatch(event ->
                                implicit(one -> looksAtEvent(one, event)).contains(rule));
    }

    private static boolean looksAtField(ExplicitRule rule, String field) {
        return rule.attribute().fields().stream().anyMatch(other -> other.name().equals(field));
    }

    private boolean looksAtEvent(ImplicitRule rule, String event) {
        return rule.activity().conditions().stream().anyMatch(condition -> asksFor(condition, event));
    }

    private boolean asksFor(Condition condition, String event) {
        boolean isMeant = condition instanceof Condition.Is is
                && is.field().kind() == Field.Kind.EVENT
                && is.test().holds(event, reading);
        return isMeant || condition.parts().stream().anyMatch(part -> asksFor(part, event));
    }
}
