package org.leadscore.engine.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.next.Interest;
import org.leadscore.rules.rule.Activity;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.ImplicitRule;

/** Collects the conditions of a rule set, those on contacts and those on events, tables and tiers among them. */
final class AskedConditions {

    private AskedConditions() {}

    /**
     * The texts that one test compares with.
     *
     * @param folded the texts as they are compared
     */
    record Words(Field field, Set<String> folded) {}

    static List<Condition> onContacts(RuleSet rules) {
        List<Condition> all = new ArrayList<>();
        rules.explicit().forEach(rule -> all.addAll(conditions(rule.attribute())));
        rules.disqualifiers().forEach(one -> all.addAll(one.choose(when -> List.of(when.when()), did -> List.of())));
        all.addAll(rules.followUp().contactConditions());
        return all;
    }

    static List<Condition> onEvents(RuleSet rules) {
        List<Condition> all = new ArrayList<>();
        for (Activity activity : activities(rules)) {
            all.addAll(activity.conditions());
        }
        rules.disqualifiers().forEach(one -> all.addAll(one.choose(when -> List.of(), did -> List.of(did.did()))));
        rules.followUp().dids().forEach(did -> all.add(did.did()));
        return all;
    }

    private static List<Activity> activities(RuleSet rules) {
        List<Activity> all = new ArrayList<>(
                rules.implicit().stream().map(ImplicitRule::activity).toList());
        for (Interest interest : rules.followUp().interests()) {
            interest.rules().forEach(rule -> all.add(rule.activity()));
        }
        return all;
    }

    private static List<Condition> conditions(Attribute attribute) {
        return attribute.choose(
                when -> List.of(when.when()),
                tiers -> tiers.tiers().stream()
                        .<Condition>map(tier -> new Condition.Is(tiers.field(), tier.test()))
                        .toList(),
                table -> {
                    Set<String> values = new HashSet<>(table.points().keySet());
                    values.remove("");
                    return List.of(new Condition.Is(table.field(), new Test.OneOf(values)));
                },
                unlearned -> List.of());
    }

    /** The texts that tests of the conditions compare with, a row a test, in the order of the conditions. */
    static List<Words> words(List<Condition> conditions) {
        return conditions.stream().flatMap(condition -> condition.choose(WORDS)).toList();
    }

    private static final Condition.Cases<Stream<Words>> WORDS = new Condition.Cases<>() {
        @Override
        public Stream<Words> all(Condition.All all) {
            return all.parts().stream().flatMap(part -> part.choose(this));
        }

        @Override
        public Stream<Words> any(Condition.Any any) {
            return any.parts().stream().flatMap(part -> part.choose(this));
        }

        @Override
        public Stream<Words> not(Condition.Not not) {
            return not.part().choose(this);
        }

        @Override
        public Stream<Words> is(Condition.Is is) {
            Set<String> folded = whole(is.test());
            return folded.isEmpty() ? Stream.empty() : Stream.of(new Words(is.field(), folded));
        }

        @Override
        public Stream<Words> filled(Condition.Filled filled) {
            return Stream.empty();
        }

        @Override
        public Stream<Words> ofLead(Condition.OfLead ofLead) {
            return Stream.empty();
        }

        @Override
        public Stream<Words> did(Condition.Did did) {
            return Stream.empty(); // it asks for events, whose conditions are collected by themselves
        }
    };

    /** The texts that a value must be equal to, or must not be. */
    private static Set<String> whole(Test test) {
        Stream<String> own = test.parts().isEmpty()
                ? test.pieces().stream()
                        .flatMap(List::stream)
                        .filter(piece -> piece.atStart() && piece.atEnd())
                        .map(Test.Piece::folded)
                : test.parts().stream().flatMap(part -> whole(part).stream());
        return own.collect(Collectors.toUnmodifiableSet());
    }
}
