package org.leadscore.rules.next;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;

/**
 * The part of a rule set that is about what to do next with whom, after the score. Any of it may be absent.
 *
 * @param ledgerKeep milliseconds for which the ledger keeps an entry; 0 for ever
 */
public record FollowUp(
        List<Interest> interests,
        @Nullable Acquisition acquisition,
        List<Stage> stages,
        @Nullable Grades grades,
        List<Segment> segments,
        @Nullable HandOff handOff,
        List<Action> actions,
        @Nullable Accounts accounts,
        long ledgerKeep) {

    /** A follow-up of which all parts are absent. */
    public static final FollowUp NONE =
            new FollowUp(List.of(), null, List.of(), null, List.of(), null, List.of(), null, 0);

    public FollowUp {
        interests = List.copyOf(interests);
        stages = List.copyOf(stages);
        segments = List.copyOf(segments);
        actions = List.copyOf(actions);
    }

    /** True when all parts are absent. */
    public boolean isNone() {
        boolean hasLists = Stream.of(interests, stages, segments, actions).anyMatch(part -> !part.isEmpty());
        boolean hasOthers = Stream.of(acquisition, grades, handOff, accounts).anyMatch(Objects::nonNull);
        return !hasLists && !hasOthers;
    }

    /** The same follow-up with a ledger that keeps its entries for so many milliseconds; 0 for ever. */
    public FollowUp keeping(long millis) {
        return new FollowUp(interests, acquisition, stages, grades, segments, handOff, actions, accounts, millis);
    }

    /** Every condition on leads, of stages, segments, hand-off and actions, in this order. */
    public List<Condition> conditions() {
        Stream<@Nullable Condition> handing = handOff == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(handOff.when()), handOff.assign().stream().map(HandOff.Assignee::when));
        return Stream.of(
                        stages.stream().map(Stage::when),
                        segments.stream().map(Segment::when),
                        handing,
                        actions.stream().map(Action::when))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Every question about events in {@link #conditions}, in their order. */
    public List<Condition.Did> dids() {
        return conditions().stream().flatMap(each -> each.dids().stream()).toList();
    }

    /** The largest parts of {@link #conditions} that look at the contact's fields only, in their order. */
    public List<Condition> contactConditions() {
        List<Condition> found = new ArrayList<>();
        conditions().forEach(each -> addContactConditions(each, found));
        return found;
    }

    /** The contact columns that the reports need, each once. */
    public List<Field> contactColumns() {
        List<Field> columns = new ArrayList<>();
        if (acquisition != null) {
            acquisition.contactColumns().forEach(column -> add(column, columns));
        }
        if (accounts != null) {
            Field by = accounts.by().field();
            if (by != null) {
                add(by, columns);
            }
            accounts.columns().forEach(column -> add(column, columns));
        }
        return columns;
    }

    /** True when any part looks at events. */
    public boolean looksAtEvents() {
        boolean cameByEvents =
                acquisition != null && !acquisition.eventColumns().isEmpty();
        return !interests.isEmpty() || cameByEvents || !dids().isEmpty();
    }

    /** True when the result depends on what earlier runs did. */
    public boolean hasAgainAfter() {
        return longestAgainAfter() > 0;
    }

    /** The longest time after which a hand-off or an action may be done again, in milliseconds; 0 where none waits. */
    public long longestAgainAfter() {
        long longest = handOff == null ? 0 : handOff.againAfter();
        for (Action action : actions) {
            longest = Math.max(longest, action.againAfter());
        }
        return longest;
    }

    private static void add(Field column, List<Field> columns) {
        if (columns.stream().noneMatch(column::sameAs)) {
            columns.add(column);
        }
    }

    private static void addContactConditions(Condition condition, List<Condition> found) {
        if (condition.looksAtFieldsOnly()) {
            found.add(condition);
        } else {
            condition.parts().forEach(part -> addContactConditions(part, found));
        }
    }
}
