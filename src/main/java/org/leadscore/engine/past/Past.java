package org.leadscore.engine.past;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.engine.leads.Contacts;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.Outcomes;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.source.TimeColumns;
import org.leadscore.score.Scorer;
import org.leadscore.score.contact.ContactVerdict;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.point.Score;

/**
 * The leads as one rule set sees them at several moments, and the times at which they became customers. Made by
 * {@link PastReader}, taken by the package {@code history}. Leads are numbers from 0, moments too, the earliest first.
 * Equal for any order of rows and files, and any number of threads; safe to read from any thread.
 */
public final class Past {

    /** The time that stands for never, or not yet. */
    public static final long NEVER = Outcomes.NEVER;

    /** The time that stands for from the beginning. */
    public static final long ALWAYS = Outcomes.ALWAYS;

    /**
     * The leads as they were at one moment.
     *
     * @param plan compiled for that moment as the as-of time
     * @param seen the leads that have an event; null where no lead that has one once has none later
     */
    record Snapshot(
            EventPlan plan,
            Scorer scorer,
            Contacts contacts,
            LeadStates states,
            @Nullable BitSet seen) {}

    /**
     * The numbers of ids of the outcomes, and of those that are leads.
     *
     * @param customers number of ids that have a row that was won
     * @param known number of those ids that are leads
     * @param first the first of those ids by code point; empty when there is none
     */
    public record Match(int customers, int known, String first) {}

    /** The leads at each moment. */
    private final List<Snapshot> snapshots;

    private final LeadDirectory directory;
    private final Outcomes.Joined outcomes;

    /** Time since when each lead is known, in milliseconds since 1970 UTC, or {@link #NEVER}. */
    private final long[] knownSince;

    /** The leads of whom the contact list says since when they are known. */
    private final BitSet haveSince = new BitSet();

    /** True when the leads are those of a contact list. */
    private final boolean areListed;

    /** Number of contact columns that were asked for. */
    private final int columns;

    private final Traits traits;
    private final Match match;
    private final List<Tally> tallies;
    private final List<WrongValues> wrongValues;
    private final List<String> warnings;

    Past(
            List<Snapshot> snapshots,
            LeadDirectory directory,
            FirstTimes firsts,
            Outcomes.Joined outcomes,
            @Nullable TimeColumns since,
            int columns,
            boolean areListed,
            String firstCustomer,
            Traits traits,
            List<Tally> tallies,
            List<WrongValues> wrongValues,
            List<String> warnings) {
        this.snapshots = snapshots;
        this.directory = directory;
        this.outcomes = outcomes;
        this.columns = columns;
        this.areListed = areListed;
        this.traits = traits;
        this.match = new Match(outcomes.customers(), outcomes.known(), firstCustomer);
        this.tallies = tallies;
        this.wrongValues = wrongValues;
        this.warnings = warnings;
        this.knownSince = new long[directory.size()];
        for (int lead = 0; lead < knownSince.length; lead++) {
            String text = since == null
                    ? ""
                    : joined(texts(lead, columns, since.columns().fields().size()));
            long time = since == null || text.isEmpty()
                    ? TimeFormat.NONE
                    : since.format().millis(text);
            long first = time == TimeFormat.NONE ? firsts.of(lead) : time;
            if (time != TimeFormat.NONE) {
                haveSince.set(lead);
            }
            knownSince[lead] = first == TimeFormat.NONE ? NEVER : first;
        }
    }

    /** Number of leads. */
    public int leads() {
        return directory.size();
    }

    /** The lead's id as the contact list has it. */
    public String spelling(int lead) {
        return directory.spelling(lead);
    }

    /** The id that comes first by code point of those of the leads; empty when there is no lead. */
    public String firstSpelling() {
        int first = 0;
        for (int lead = 1; lead < leads(); lead++) {
            first = directory.compare(lead, first) < 0 ? lead : first;
        }
        return leads() == 0 ? "" : spelling(first);
    }

    /** The moments: as-of times, in milliseconds since 1970 UTC, the earliest first. */
    public List<Long> moments() {
        return snapshots.stream().map(snapshot -> snapshot.plan().asOf()).toList();
    }

    /**
     * The time at which the lead became known, in milliseconds since 1970 UTC: as the contact list says, or else that
     * of its first event, or else {@link #NEVER}.
     */
    public long knownSince(int lead) {
        return knownSince[lead];
    }

    /**
     * True when the lead is one at the moment; false for an id that was found to be another lead's by then.
     *
     * @param moment its number
     */
    public boolean isThere(int moment, int lead) {
        BitSet seen = snapshots.get(moment).seen();
        return seen == null || areListed || seen.get(lead);
    }

    /**
     * True when the lead is known at the moment: as the contact list says, or else by an event that counts then.
     *
     * @param moment its number
     */
    public boolean isKnown(int moment, int lead) {
        Snapshot snapshot = snapshots.get(moment);
        BitSet seen = snapshot.seen();
        return knownSince[lead] <= snapshot.plan().asOf() && (seen == null || haveSince.get(lead) || seen.get(lead));
    }

    /**
     * True when the lead has the trait at the moment.
     *
     * @param moment its number
     */
    public boolean has(int moment, int lead, Trait trait) {
        return since(lead, trait) <= snapshots.get(moment).plan().asOf() || traits.isAt(moment, lead, trait);
    }

    /**
     * The time at which the lead became a customer, in milliseconds since 1970 UTC; {@link #NEVER}, or {@link #ALWAYS}
     * where outcomes have no times.
     */
    public long customerSince(int lead) {
        return outcomes.customerSince(lead);
    }

    /** The match of the outcomes with the leads. */
    public Match match() {
        return match;
    }

    /**
     * The points that an explicit rule gives at the moment, in millionths, within its own bounds; rules are numbered
     * from 0.
     */
    public long explicit(int moment, int lead, int rule) {
        return verdict(moment, lead).points().get(rule);
    }

    /**
     * The points that an implicit rule gives at the moment, in millionths, before its own bounds; rules are numbered
     * from 0.
     */
    public long implicit(int moment, int lead, int rule) {
        Snapshot snapshot = snapshots.get(moment);
        return snapshot.plan().earned(snapshot.states(), lead, rule);
    }

    /**
     * The score at the moment, as {@code score} with that as-of time gives it; of a customer too as if it were none.
     */
    public Score score(int moment, int lead) {
        Snapshot snapshot = snapshots.get(moment);
        return snapshot.scorer().score(verdict(moment, lead), snapshot.states(), lead, false);
    }

    /**
     * The values of the contact columns that were asked for, as they are in the export; blank for a lead that has no
     * contact row.
     */
    public List<String> texts(int lead) {
        return texts(lead, 0, columns);
    }

    /** The value of one of the contact columns that were asked for; blank for a lead that has no contact row. */
    public String text(int lead, int column) {
        return snapshots.get(0).contacts().keptOne(column, lead).toString();
    }

    /** The traits of the events, in no order; those that {@link PastReader#readAll} or {@link PastReader#readEvents} read. */
    public List<Trait> traits() {
        return traits.all();
    }

    /**
     * The time since when the lead has the trait, in milliseconds since 1970 UTC; {@link #NEVER} if it does not have
     * it.
     */
    public long since(int lead, Trait trait) {
        return traits.since(lead, trait);
    }

    /** The tallies, one for each source: contacts, the logs, the outcomes. */
    public List<Tally> tallies() {
        return tallies;
    }

    /** The values that should have been numbers or dates. */
    public List<WrongValues> wrongValues() {
        return wrongValues;
    }

    /** Doubts that a person should look at, though the reading succeeded. */
    public List<String> warnings() {
        return warnings;
    }

    private ContactVerdict verdict(int moment, int lead) {
        return snapshots.get(moment).contacts().verdict(lead);
    }

    private List<String> texts(int lead, int from, int count) {
        return snapshots.get(0).contacts().kept(lead).subList(from, from + count);
    }

    private static String joined(List<String> texts) {
        return String.join(
                " ",
                texts.stream().map(Text::strip).filter(text -> !text.isEmpty()).toList());
    }
}
