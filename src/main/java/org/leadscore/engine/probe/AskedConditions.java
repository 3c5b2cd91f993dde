package org.leadscore.engine.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.next.Interest;
import org.leadscore.rules.rule.Activity;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.rule.ExplicitRule;
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
        for (ExplicitRule rule : rules.explicit()) {
            addAll(rule.attribute(), all);
        }
        for (Disqualifier disqualifier : rules.disqualifiers()) {
            if (disqualifier instanceof Disqualifier.When when) {
                all.add(when.when());
            }
        }
        all.addAll(rules.followUp().contactConditions());
        return all;
    }

    static List<Condition> onEvents(RuleSet rules) {
        List<Condition> all = new ArrayList<>();
        for (Activity activity : activities(rules)) {
            all.addAll(activity.conditions());
        }
        for (Disqualifier disqualifier : rules.disqualifiers()) {
            if (disqualifier instanceof Disqualifier.Did did) {
                all.add(did.did());
            }
        }
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

    /** The texts that tests of the conditions compare with, a row a test, in the order of the conditions. */
    static List<Words> words(List<Condition> conditions) {
        List<Words> words = new ArrayList<>();
        conditions.forEach(condition -> addWords(condition, words));
        return words;
    }

    private static void addAll(Attribute attribute, List<Condition> all) {
        if (attribute instanceof Attribute.When when) {
            all.add(when.when());
        } else if (attribute instanceof Attribute.Tiers tiers) {
            tiers.tiers().forEach(tier -> all.add(new Condition.Is(tiers.field(), tier.test())));
        } else if (attribute instanceof Attribute.Values table) {
            Set<String> values = new HashSet<>(table.points().keySet());
            values.remove("");
            all.add(new Condition.Is(table.field(), new Test.OneOf(values)));
        }
    }

    private static void addWords(Condition condition, List<Words> words) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> addWords(part, words));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> addWords(part, words));
        } else if (condition instanceof Condition.Not not) {
            addWords(not.part(), words);
        } else if (condition instanceof Condition.Is is) {
            Set<String> folded = new HashSet<>();
            addFolded(is.test(), folded);
            if (!folded.isEmpty()) {
                words.add(new Words(is.field(), Set.copyOf(folded)));
            }
        }
    }

    private static void addFolded(Test test, Set<String> folded) {
        if (test instanceof Test.OneOf one) {
            folded.addAll(one.folded());
        } else if (test instanceof Test.NoneOf none) {
            folded.addAll(none.folded());
        } else if (test instanceof Test.Every every) {
            every.tests().forEach(part -> addFolded(part, folded));
        }
    }
}
