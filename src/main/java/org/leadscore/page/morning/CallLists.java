package org.leadscore.page.morning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.leadscore.engine.leads.Result;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.page.Html;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.words.Words;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.HandOff;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Status;
import org.leadscore.segment.FollowUpCensus;
import org.leadscore.segment.HandOver;
import org.leadscore.segment.Placed;

/**
 * The lists of leads: all that were handed over, then those who wait, then the next best, as many as the page has room for.
 * Beyond the room of the page, those who were handed over have no details.
 */
public final class CallLists {

    /** The number of bytes of all leads' HTML. */
    private static final int ROOM = 1_900_000;

    /** The number of leads that stand open when nothing is handed over. */
    private static final int BEST = 25;

    private static final int STEP = 128;
    private static final int WEEK = 7;

    private final Summary summary;
    private final RuleSet rules;
    private final Result result;
    private final Phrases phrases;
    private final Words words;
    private final Html html;
    private final Morning.Plan plan;
    private final ReportColumns columns;
    private final List<RankedLead> handedOver;
    private final LeadCards cards;

    private final Set<String> people = new LinkedHashSet<>();
    private final Set<String> buckets = new LinkedHashSet<>();
    private final Set<String> regions = new TreeSet<>(Text::compareByCodePoint);
    private int room = ROOM;
    private int listed;
    private boolean hasReach;
    private boolean hasStage;

    CallLists(Summary summary, Phrases phrases, Html html, Morning.Plan plan) {
        this.summary = summary;
        this.rules = summary.rules();
        this.result = summary.result();
        this.phrases = phrases;
        this.words = phrases.words;
        this.html = html;
        this.plan = plan;
        this.columns = new ReportColumns(rules);
        this.handedOver = result.leadsAt(result.placements().handedOver());
        this.cards = new LeadCards(summary, phrases, columns);
    }

    /** Number of leads on the page; known when the lists are made. */
    int listed() {
        return listed;
    }

    /** Number of leads among those handed over that were active within a week. */
    long seenThisWeek() {
        return handedOver.stream()
                .mapToLong(lead -> lead.score().lastActivity())
                .filter(time -> time != TimeFormat.NONE && phrases.daysAgo(time) < WEEK)
                .count();
    }

    /** True when the report has a column of telephone numbers. */
    boolean countsPhones() {
        return columns.hasPhone();
    }

    /** Number of leads among those handed over that have no telephone number. */
    long withoutPhone() {
        return handedOver.stream().filter(lead -> columns.phone(lead).isEmpty()).count();
    }

    /** The lists. */
    MorningPage.Calls calls() {
        FollowUpCensus.HandOffs handOffs = result.placements().census().handOff();
        List<RankedLead> others = others();
        cards.scale(handedOver, others);
        List<MorningPage.CallList> lists = new ArrayList<>();
        if (handOffs != null && !handedOver.isEmpty()) {
            lists.add(new MorningPage.CallList(
                    words.count("calls.handed-over", handedOver.size()), "", "", true, fragments(handedOver, true)));
        }
        List<RankedLead> waiting = others.stream().filter(this::isWaiting).toList();
        List<RankedLead> next = others.stream().filter(lead -> !isWaiting(lead)).toList();
        if (!waiting.isEmpty()) {
            List<String> made = fragments(waiting, false);
            lists.add(new MorningPage.CallList(
                    words.count("calls.waiting", waiting.size()),
                    words.count("calls.waiting", made.size()),
                    leftOut(handOffs == null ? made.size() : handOffs.waiting(), made.size(), "calls.waiting.text"),
                    handedOver.isEmpty(),
                    made));
        }
        addNext(next, handOffs == null, lists);
        return new MorningPage.Calls(
                words.text(handOffs == null ? "calls.title.best" : "calls.title"),
                note(),
                warnings(),
                List.copyOf(people),
                rules.buckets().stream()
                        .map(Bucket::name)
                        .filter(buckets::contains)
                        .map(Phrases::shown)
                        .toList(),
                List.copyOf(regions),
                columns.hasPhone(),
                hasReach,
                columns.hasCompany(),
                hasStage,
                handOffs != null && !people.isEmpty(),
                lists);
    }

    private void addNext(List<RankedLead> next, boolean isFirst, List<MorningPage.CallList> lists) {
        if (next.isEmpty()) {
            return;
        }
        if (isFirst) {
            List<RankedLead> best = next.subList(0, Math.min(BEST, next.size()));
            lists.add(new MorningPage.CallList(words.text("calls.title.best"), "", "", true, fragments(best, true)));
        }
        List<RankedLead> rest = isFirst ? next.subList(Math.min(BEST, next.size()), next.size()) : next;
        List<String> made = fragments(rest, false);
        if (!made.isEmpty()) {
            int scored = result.census().scored();
            lists.add(new MorningPage.CallList(
                    words.count("calls.next", made.size()),
                    words.count("calls.next", made.size()),
                    leftOut(scored, listed, ""),
                    lists.isEmpty(),
                    made));
        }
    }

    /** Says what comes next, and how many leads the page leaves out. */
    private String leftOut(long all, long shown, String key) {
        String said = key.isEmpty() ? "" : words.text(key);
        return all <= shown ? said : (said + " " + words.count("calls.left-out", all - shown)).strip();
    }

    /** Scored leads by rank that were not handed over, as many as may be listed. */
    private List<RankedLead> others() {
        List<RankedLead> others = new ArrayList<>();
        int most = Math.max(0, plan.mostLeads() - handedOver.size());
        List<RankedLead> all = result.leads();
        for (int from = 0; from < all.size() && others.size() < most; from += STEP) {
            for (RankedLead lead : all.subList(from, Math.min(all.size(), from + STEP))) {
                if (lead.score().status() != Status.SCORED || others.size() >= most) {
                    return others;
                }
                if (!placed(lead).handOver().kind().isHandedOver()) {
                    others.add(lead);
                }
            }
        }
        return others;
    }

    private Placed placed(RankedLead lead) {
        return result.placements().of(lead.rank());
    }

    private boolean isWaiting(RankedLead lead) {
        return switch (placed(lead).handOver().kind()) {
            case NO_ROOM, ALL_FULL, NOBODY -> true;
            case NO, YES, NOT_AGAIN -> false;
        };
    }

    /**
     * Makes the leads' HTML while there is room.
     *
     * @param all whether leads without room are made all the same, without their details
     */
    private List<String> fragments(List<RankedLead> leads, boolean all) {
        List<String> made = new ArrayList<>();
        for (RankedLead lead : leads) {
            if (room <= 0 && !all) {
                break;
            }
            Placed placed = placed(lead);
            LeadCard card = cards.card(lead, placed, room > 0);
            String fragment = html.fragment("lead.jte", Map.of("lead", card, "words", words, "columns", shape()));
            room -= fragment.getBytes(UTF_8).length;
            made.add(fragment);
            listed++;
            note(card);
        }
        return made;
    }

    /** The columns that the table has, which each row must have too. */
    private Shape shape() {
        FollowUp followUp = rules.followUp();
        return new Shape(
                columns.hasCompany(),
                columns.hasPhone(),
                columns.hasPhone() || cards.hasMail(),
                !followUp.stages().isEmpty() || !followUp.interests().isEmpty(),
                followUp.handOff() != null && !assignees().isEmpty());
    }

    /** The columns of a call list that not every report has. */
    public record Shape(boolean account, boolean phone, boolean reach, boolean stage, boolean receiver) {

        /** Number of columns: rank, lead, score, last seen, and these. */
        public int cells() {
            return 4 + (account ? 1 : 0) + (reach ? 1 : 0) + (stage ? 1 : 0) + (receiver ? 1 : 0);
        }
    }

    private List<String> assignees() {
        HandOff handOff = rules.followUp().handOff();
        return handOff == null
                ? List.of()
                : handOff.assign().stream().map(HandOff.Assignee::to).toList();
    }

    private void note(LeadCard card) {
        Shape shape = shape();
        hasReach = shape.reach();
        hasStage = shape.stage();
        if (!card.receiver().isEmpty()) {
            people.add(card.receiver());
        }
        if (!card.region().isEmpty()) {
            regions.add(card.region());
        }
        if (!card.bucket().isEmpty()) {
            buckets.add(card.bucket());
        }
    }

    private String note() {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.text("calls.text"));
        Bucket best = rules.buckets().get(0);
        sentences.add(words.text("calls.limit", Phrases.shown(best.name()), words.decimal(best.from())));
        FollowUpCensus.HandOffs handOffs = result.placements().census().handOff();
        HandOff handOff = rules.followUp().handOff();
        if (handOff != null
                && handOffs != null
                && plan.hasLedger()
                && handOff.againAfter() >= ZoneDays.DAY
                && handOffs.handedOver() > 0) {
            sentences.add(words.count("calls.again", handOff.againAfter() / ZoneDays.DAY));
        }
        if (summary.changes() == null) {
            sentences.add(words.text("moved.tomorrow"));
        }
        return String.join(" ", sentences);
    }

    private List<String> warnings() {
        HandOff handOff = rules.followUp().handOff();
        boolean forgets = handOff != null && handOff.againAfter() > 0 && !plan.hasLedger();
        return forgets ? List.of(words.text("calls.no-ledger")) : List.of();
    }

    /** True for a lead that is held back, as it was handed over not long ago. */
    static boolean isHeldBack(HandOver handOver) {
        return handOver.kind() == HandOver.Kind.NOT_AGAIN;
    }
}
