package org.leadscore.segment;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.next.Acquisition;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.Grades;
import org.leadscore.rules.next.HandOff;
import org.leadscore.rules.next.Interest;
import org.leadscore.score.contact.ContactVerdict;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;

/**
 * The conditions of the follow-up, compiled for one as-of time: works out from the score, verdict and state of a lead
 * where it stands. Pure, and safe to share among threads.
 */
public final class StandingPlan {

    private final RuleSet rules;

    /** The names of the buckets, the highest first. */
    private final List<String> buckets;

    private final EventPlan events;

    /** The condition of each stage; likewise below of segments, receivers and actions. */
    private final List<Check> stages;

    private final List<Check> segments;

    /** The condition of the hand-off; null when the rules have none. */
    private final @Nullable Check handOff;

    private final List<Check> assignees;
    private final List<Check> actions;

    /** The index of the kept column that names the source; −1 where no column of contacts does. */
    private final int sourceColumn;

    /**
     * Compiles the follow-up of some rules.
     *
     * @param events compiled from the same rules
     */
    public StandingPlan(RuleSet rules, EventPlan events) {
        this.rules = rules;
        this.buckets = StreamedPlacement.names(rules);
        this.events = events;
        FollowUp followUp = rules.followUp();
        Checks checks = new Checks(rules, events.asOf());
        this.stages = followUp.stages().stream()
                .map(stage -> checks.next(stage.when()))
                .toList();
        this.segments = followUp.segments().stream()
                .map(segment -> checks.next(segment.when()))
                .toList();
        HandOff handing = followUp.handOff();
        this.handOff = handing == null ? null : checks.next(handing.when());
        this.assignees = handing == null
                ? List.of()
                : handing.assign().stream()
                        .map(assignee -> checks.next(assignee.when()))
                        .toList();
        this.actions = followUp.actions().stream()
                .map(action -> checks.next(action.when()))
                .toList();
        this.sourceColumn = sourceColumn(followUp.acquisition(), rules.keptColumns());
    }

    /** Standings of this many leads, none of which is filled in yet. */
    public Standings standings(int leads) {
        return new Standings(rules.followUp(), leads);
    }

    /**
     * Works out where a lead stands, and which conditions hold for it.
     *
     * @param kept by lead, the contact's values of {@link RuleSet#keptColumns}
     * @param into takes the standing; threads may put different leads at once
     */
    public void put(
            Score score,
            ContactVerdict contact,
            IntFunction<List<String>> kept,
            LeadStates states,
            int lead,
            Standings into) {
        List<Interest> interests = rules.followUp().interests();
        int interest = -1;
        long most = 0;
        for (int i = 0; i < interests.size(); i++) {
            long points = events.interest(i, states, lead);
            if (points >= interests.get(i).from() && points > most) {
                interest = i;
                most = points;
            }
        }
        String leansTo = interest < 0 ? null : interests.get(interest).name();
        String source = source(kept, states, lead);
        Known known = new Known(score, contact, events, states, lead, leansTo, source, null);
        int stage = firstThatHolds(stages, known);
        Known standing = stage < 0
                ? known
                : known.in(rules.followUp().stages().get(stage).name());
        into.stand(lead, interest, most, source, stage);
        if (score.status() == Status.SCORED) {
            Grades grades = rules.followUp().grades();
            into.stand(
                    lead,
                    score.bucket() == null ? buckets.size() : buckets.indexOf(score.bucket()),
                    grades == null ? -1 : grades.index(score.fit(), score.engagement()));
        }
        into.segments(lead, segments, standing);
        if (handOff != null && score.status() != Status.CUSTOMER && handOff.holds(standing)) {
            into.forSales(lead, assignees, standing);
        }
        into.actions(lead, actions, standing);
    }

    private static int firstThatHolds(List<Check> checks, Known lead) {
        for (int i = 0; i < checks.size(); i++) {
            if (checks.get(i).holds(lead)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable String source(IntFunction<List<String>> kept, LeadStates states, int lead) {
        if (sourceColumn < 0) {
            return events.source(states, lead);
        }
        String written = Text.strip(kept.apply(lead).get(sourceColumn));
        return written.isEmpty() ? null : written;
    }

    /** The place among the kept columns; −1 when it is not from the contact that it is told how a lead came. */
    private static int sourceColumn(@Nullable Acquisition acquisition, List<Field> kept) {
        return acquisition == null
                ? -1
                : acquisition.choose(ofContact -> indexOf(ofContact.column(), kept), ofEvents -> -1);
    }

    private static int indexOf(Field column, List<Field> columns) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).sameAs(column))
                .findFirst()
                .orElseThrow();
    }
}
