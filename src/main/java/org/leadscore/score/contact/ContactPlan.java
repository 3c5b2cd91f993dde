package org.leadscore.score.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.score.match.Fields;
import org.leadscore.score.match.Formula;
import org.leadscore.score.match.Questions;
import org.leadscore.score.point.Explanation;
import org.leadscore.score.point.Side;

/**
 * The part of a rule set that looks at contacts, compiled: conditions whose answers become points. Immutable once it is
 * made.
 */
public final class ContactPlan {

    /** Turns answers into the points of one rule. */
    private interface Judgement {
        /** Millionths of a point when the conditions with these indexes hold. */
        long points(BitSet holding);
    }

    /** In place of a condition: the disqualifier asks for events. */
    private static final int NOT_OF_CONTACT = -1;

    /** The conditions that are asked; others count them by their index here. */
    private final List<Condition> conditions = new ArrayList<>();

    /** By explicit rule, its points, before its own bounds. */
    private final List<Judgement> judgements = new ArrayList<>();

    private final List<ExplicitRule> rules;

    /** Adds up the points of the explicit rules. */
    private final Side fit;

    /** By disqualifier, the index of its condition; −1 for one that asks for events. */
    private final int[] disqualifierConditions;

    /** By condition of the follow-up on contacts, its index. */
    private final int[] askedConditions;

    /** The index of the condition that a field which explicit rules read, the id aside, is filled. */
    private final int somethingFilled;

    /** The single questions that all conditions come down to. */
    private final Questions questions;

    /**
     * Compiles the explicit rules, the disqualifiers and the follow-up's conditions on contacts.
     *
     * @param idColumns the names of the columns that identify a contact; a contact with nothing else is blank
     */
    public ContactPlan(RuleSet ruleSet, Set<String> idColumns) {
        rules = ruleSet.explicit();
        fit = new Side(ruleSet.groups());
        for (ExplicitRule rule : rules) {
            fit.add(rule.name(), rule.group());
            judgements.add(judgement(rule.attribute()));
        }
        List<Disqualifier> disqualifiers = ruleSet.disqualifiers();
        disqualifierConditions = new int[disqualifiers.size()];
        for (int i = 0; i < disqualifierConditions.length; i++) {
            disqualifierConditions[i] = disqualifiers.get(i).choose(when -> ask(when.when()), did -> NOT_OF_CONTACT);
        }
        askedConditions = ruleSet.followUp().contactConditions().stream()
                .mapToInt(this::ask)
                .toArray();
        List<Field> others = rules.stream()
                .flatMap(rule -> rule.attribute().fields().stream())
                .filter(field -> !idColumns.contains(field.name()))
                .toList();
        somethingFilled = ask(new Condition.Filled(others, 1, Integer.MAX_VALUE));
        questions = new Questions(conditions);
    }

    /** The fields of contacts that the rules look at; matchers and {@link Fields} count them in this order. */
    public List<Field> columns() {
        return List.copyOf(questions.fields());
    }

    /** The forms that the values of each column must have to be compared. */
    public List<Set<Wanted>> wanted() {
        return IntStream.range(0, questions.fields().size())
                .mapToObj(questions::wanted)
                .toList();
    }

    /** The verdict on a contact of which nothing is known. */
    public ContactVerdict onNobody() {
        BitSet holding = new BitSet();
        BitSet answers = new BitSet();
        BitSet known = new BitSet();
        for (int field = 0; field < questions.fields().size(); field++) {
            for (Questions.Question question : questions.of(field)) {
                answers.set(question.bit(), question.test().holdsForMissing());
                known.set(question.bit());
            }
        }
        List<Formula> formulas = questions.formulas();
        for (int i = 0; i < formulas.size(); i++) {
            holding.set(i, formulas.get(i).decide(answers, known) == Formula.Truth.YES);
        }
        return verdict(holding);
    }

    /** The parts of the contact's fit, which add up to it. */
    public List<Explanation.Part> parts(ContactVerdict verdict) {
        return fit.parts(verdict.points().stream().mapToLong(Long::longValue).toArray());
    }

    Questions questions() {
        return questions;
    }

    /** The verdict on a contact for which the conditions with these indexes hold. */
    ContactVerdict verdict(BitSet holding) {
        long[] points = new long[rules.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = rules.get(i).bounds().hold(judgements.get(i).points(holding));
        }
        Set<Integer> disqualifiers = new HashSet<>();
        for (int i = 0; i < disqualifierConditions.length; i++) {
            if (disqualifierConditions[i] != NOT_OF_CONTACT && holding.get(disqualifierConditions[i])) {
                disqualifiers.add(i);
            }
        }
        Set<Integer> asked = new HashSet<>();
        for (int i = 0; i < askedConditions.length; i++) {
            if (holding.get(askedConditions[i])) {
                asked.add(i);
            }
        }
        return new ContactVerdict(
                Arrays.stream(points).boxed().toList(),
                fit.contributions(points),
                fit.total(points),
                disqualifiers,
                asked,
                !holding.get(somethingFilled));
    }

    private Judgement judgement(Attribute attribute) {
        return attribute.choose(this::ofCondition, this::firstOf, this::fromTable, unlearned -> holding -> 0);
    }

    private Judgement ofCondition(Attribute.When when) {
        int condition = ask(when.when());
        return holding -> holding.get(condition) ? when.points() : 0;
    }

    private Judgement firstOf(Attribute.Tiers tiers) {
        List<Integer> asked = tiers.tiers().stream()
                .map(tier -> ask(new Condition.Is(tiers.field(), tier.test())))
                .toList();
        return holding -> {
            for (int i = 0; i < asked.size(); i++) {
                if (holding.get(asked.get(i))) {
                    return tiers.tiers().get(i).points();
                }
            }
            return 0;
        };
    }

    private Judgement fromTable(Attribute.Values values) {
        List<Integer> asked = new ArrayList<>();
        List<Long> points = new ArrayList<>();
        for (Map.Entry<String, Long> entry : values.points().entrySet()) {
            Test test = entry.getKey().isEmpty() ? new Test.Absent() : new Test.OneOf(Set.of(entry.getKey()));
            asked.add(ask(new Condition.Is(values.field(), test)));
            points.add(entry.getValue());
        }
        int present = ask(new Condition.Is(values.field(), new Test.Present()));
        return holding -> {
            for (int i = 0; i < asked.size(); i++) {
                if (holding.get(asked.get(i))) {
                    return points.get(i);
                }
            }
            return holding.get(present) ? values.otherwise() : 0;
        };
    }

    /** Adds a condition and answers its index. */
    private int ask(Condition condition) {
        conditions.add(condition);
        return conditions.size() - 1;
    }
}
