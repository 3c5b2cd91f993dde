package org.leadscore.report.earlier;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.input.Input;
import org.leadscore.lead.CellText;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Trouble;
import org.leadscore.report.file.ReportList;
import org.leadscore.report.table.FormulaGuard;
import org.leadscore.report.table.Pseudonyms;
import org.leadscore.rules.report.Report;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;
import org.leadscore.segment.HandOver;

/**
 * An earlier ranking: the {@code leads.csv} of another run, in whatever form. If that was a run of the same day, the
 * ranking with which that run compared itself, so that a second run of a day tells the changes of the whole day.
 * Immutable.
 */
public final class PreviousRanking {

    /** A ranking of no leads, for a run that compares with none. */
    public static final PreviousRanking NONE =
            new PreviousRanking(false, List.of(), Map.of(), List.of(), false, false, null);

    /** The place of a scored lead that is in no bucket. */
    static final String NO_BUCKET = "no bucket";

    private static final Set<String> NOT_SCORED = Arrays.stream(Status.values())
            .filter(status -> status != Status.SCORED)
            .map(Status::word)
            .collect(Collectors.toUnmodifiableSet());

    private static final String STAGE = "stage";
    private static final List<String> BEFORE_STAGE = List.of("last_activity", "grade");
    private static final String HAND_OFF = "hand_off";
    private static final List<String> BEFORE_HAND_OFF =
            List.of("last_activity", "grade", STAGE, "interest_score", "source", "segments");
    /** The words by which the column of hand-offs tells who was handed over, and the first word of all who wait. */
    private static final String YES = new HandOver.Yes("").text();

    private static final String WAITING = "waiting:";
    private static final List<String> COLUMNS = List.of("lead", "score", "bucket", "status");
    private static final List<String> OF_COMPARISONS = List.of("previous_score", "moved");
    private static final String REMEDY = "mend it, or leave --previous out for once";

    /**
     * A lead in the earlier ranking.
     *
     * @param lead its id as it was written
     * @param score null when it is not known, as that run compared with nothing
     * @param place the bucket, or the word that stands for none
     * @param stage of the buying cycle, blank for none; of no meaning where the ranking has no stages
     * @param isNew whether the lead was not there before, as seen by a run of the same day
     * @param line of the file, from 1
     * @param number of the leads that were there, from 0, in the order of their ranks
     */
    record Before(
            String lead, @Nullable BigDecimal score, String place, String stage, boolean isNew, int line, int number) {}

    private final boolean exact;
    private final List<Before> leads;
    private final Map<String, Before> byLead;
    private final List<String> gone;
    private final boolean hasStages;
    private final boolean isPseudonymous;
    private final ReportList.@Nullable Earlier facts;

    private PreviousRanking(
            boolean exact,
            List<Before> leads,
            Map<String, Before> byLead,
            List<String> gone,
            boolean hasStages,
            boolean isPseudonymous,
            ReportList.@Nullable Earlier facts) {
        this.exact = exact;
        this.leads = leads;
        this.byLead = byLead;
        this.gone = gone;
        this.hasStages = hasStages;
        this.isPseudonymous = isPseudonymous;
        this.facts = facts;
    }

    /**
     * Reads a ranking. A ranking in a directory of reports is known to be of the day of {@code asOf} by the list that
     * is kept there; any other is taken to be of an earlier day.
     *
     * @param exact whether the case of ids counts
     * @param called the id by which this run calls a lead, given its id in the ranking
     * @param zone in which days begin
     * @param asOf of this run, in milliseconds since 1970 UTC
     * @param headings of columns in this run's reports; the ranking may have them, the usual names, or others
     * @throws InputException when it is no ranking, a row is broken, or two rows are about one lead
     */
    public static PreviousRanking read(
            Path file,
            Input input,
            boolean exact,
            UnaryOperator<String> called,
            char delimiter,
            ZoneDays zone,
            long asOf,
            Report headings) {
        ReportList list =
                listBeside(file).filter(found -> found.isRanking(file)).orElse(null);
        boolean sameDay = list != null && zone.dayOf(list.asOf()) == zone.dayOf(asOf);
        Rows rows = new Rows(new KeptTable(input, REMEDY, new RankingHeader(headings)), exact, called, sameDay);
        List<String> header = rows.read(delimiter);
        List<String> gone = list == null || !sameDay
                ? List.of()
                : list.gone().stream().map(called).toList();
        boolean isPseudonymous = rows.pseudonyms > 0 && rows.pseudonyms == rows.leads.size();
        return new PreviousRanking(
                exact,
                rows.leads,
                rows.byLead,
                gone,
                stands(STAGE, BEFORE_STAGE, header),
                isPseudonymous,
                list != null && sameDay ? list.earlier() : facts(list, rows, header));
    }

    /** The facts of a ranking of an earlier day, as its rows tell them. */
    private static ReportList.Earlier facts(@Nullable ReportList list, Rows rows, List<String> header) {
        boolean handsOff = stands(HAND_OFF, BEFORE_HAND_OFF, header);
        return new ReportList.Earlier(
                list == null ? TimeFormat.NONE : list.asOf(),
                handsOff ? rows.handedOver : -1,
                handsOff ? rows.waiting : -1,
                rows.buckets);
    }

    private static Optional<ReportList> listBeside(Path file) {
        try {
            return ReportList.beside(file);
        } catch (IOException failure) {
            throw new InputException(
                    file + ": the list of reports beside it cannot be used, " + Trouble.of(failure) + "; delete "
                            + ReportList.NAME + " there, and the ranking is taken to be of an earlier day",
                    failure);
        }
    }

    /**
     * True when a ranking has a column about the next steps: it stands behind certain others, and before those of comparisons
     * and of the contacts, one of which may have the same name.
     */
    private static boolean stands(String column, List<String> behind, List<String> header) {
        int place = header.indexOf(column);
        return place > 0 && behind.contains(header.get(place - 1));
    }

    /** True when pseudonyms stand in the file in place of all ids. */
    public boolean isPseudonymous() {
        return isPseudonymous;
    }

    /**
     * The facts of the ranking beside its leads; null where they are not known. A ranking that does not tell its as-of time
     * has it from elsewhere.
     *
     * @param asOf asks the summary beside the ranking, in milliseconds since 1970 UTC, or {@link TimeFormat#NONE}
     * @param repeated the facts that a run of the same moment found, whose as-of time counts where all others are equal;
     *     null where there was no such run
     */
    public ReportList.@Nullable Earlier facts(LongSupplier asOf, ReportList.@Nullable Earlier repeated) {
        if (facts == null || facts.asOf() != TimeFormat.NONE) {
            return facts;
        }
        boolean isSame = repeated != null && facts.at(repeated.asOf()).equals(repeated);
        return repeated != null && isSame ? repeated : facts.at(asOf.getAsLong());
    }

    /** True when the ranking tells the stages of its leads. */
    boolean hasStages() {
        return hasStages;
    }

    /** The lead in the earlier ranking, by its id as {@link #key} has it; null when it was not there. */
    @Nullable
    Before of(String key) {
        return byLead.get(key);
    }

    /** The form in which ids are compared. */
    String key(String lead) {
        return key(exact, lead);
    }

    /** The leads in the order of their ranks. */
    List<Before> leads() {
        return leads;
    }

    /** The ids of the leads that were gone already, in a run of the same day. */
    List<String> gone() {
        return gone;
    }

    /** The place of a lead for comparison: its bucket, or the word for having none. */
    static String place(Score score) {
        String bucket = score.bucket();
        return place(bucket == null ? "" : bucket, score.status().word());
    }

    /** True for the place of a lead that was scored. */
    static boolean isScored(String place) {
        return !NOT_SCORED.contains(place);
    }

    private static String place(String bucket, String status) {
        return !bucket.isEmpty() ? bucket : status.equals(Status.SCORED.word()) ? NO_BUCKET : status;
    }

    private static String key(boolean exact, String lead) {
        return exact ? Text.strip(lead) : Text.fold(lead);
    }

    /** Collects the rows of a ranking. Equal cells, of which there are many, are kept once. */
    private static final class Rows {

        private final KeptTable table;
        private final boolean exact;
        private final UnaryOperator<String> called;
        private final boolean sameDay;
        /** The number of leads for whose ids pseudonyms stand in the file. */
        private int pseudonyms;

        /** Number of leads by bucket. */
        private final Map<String, Integer> buckets = new LinkedHashMap<>();

        /** Number of leads that were handed over. */
        private int handedOver;

        /** Number of leads that waited for being handed over. */
        private int waiting;

        private final List<Before> leads = new ArrayList<>();
        private final Map<String, Before> byLead = new HashMap<>();
        private final Map<String, BigDecimal> scores = new HashMap<>();
        private final Map<String, String> places = new HashMap<>();

        Rows(KeptTable table, boolean exact, UnaryOperator<String> called, boolean sameDay) {
            this.table = table;
            this.exact = exact;
            this.called = called;
            this.sameDay = sameDay;
        }

        List<String> read(char delimiter) {
            return table.read(COLUMNS, OF_COMPARISONS, List.of(STAGE, HAND_OFF), delimiter, this::take);
        }

        private void take(long line, List<String> cells) {
            Before now = row(line, cells);
            Before row = sameDay ? carried(now, line, cells) : now;
            Before first = byLead.putIfAbsent(key(exact, row.lead()), row);
            if (first != null) {
                throw table.broken(
                        line,
                        "the lead" + CellText.beside(row.lead()) + " stands in line " + first.line() + " already");
            }
            leads.add(row);
            count(FormulaGuard.unguard(cells.get(2)), cells.get(7));
        }

        private void count(String bucket, String handOff) {
            if (!bucket.isEmpty()) {
                buckets.merge(once(bucket), 1, Integer::sum);
            }
            handedOver += handOff.equals(YES) ? 1 : 0;
            waiting += handOff.startsWith(WAITING) ? 1 : 0;
        }

        private Before row(long line, List<String> cells) {
            String lead = FormulaGuard.unguard(cells.get(0));
            if (Text.isBlank(lead)) {
                throw table.broken(line, "the id of the lead is blank");
            }
            String place = place(FormulaGuard.unguard(cells.get(2)), cells.get(3));
            String stage = FormulaGuard.unguard(cells.get(6));
            pseudonyms += Pseudonyms.isOne(lead) ? 1 : 0;
            return new Before(
                    called.apply(lead),
                    number(line, cells.get(1)),
                    once(place),
                    once(stage),
                    false,
                    (int) line,
                    leads.size());
        }

        /**
         * The lead as the run of the same day found it in its own earlier ranking, from the columns in which it says
         * that.
         */
        private Before carried(Before now, long line, List<String> cells) {
            String moved = FormulaGuard.unguard(cells.get(5));
            if (cells.get(4).isEmpty()) {
                return new Before(
                        now.lead(), null, now.place(), now.stage(), moved.equals(Moved.NEW), now.line(), now.number());
            }
            Moved before = Moved.read(moved, now.place(), now.stage());
            return new Before(
                    now.lead(),
                    number(line, cells.get(4)),
                    once(before.place()),
                    once(before.stage()),
                    false,
                    now.line(),
                    now.number());
        }

        private String once(String place) {
            return places.computeIfAbsent(place, first -> first);
        }

        private BigDecimal number(long line, String text) {
            return scores.computeIfAbsent(text, first -> {
                BigDecimal number = Numbers.parse(first, '.');
                BigDecimal found = number == null ? Numbers.parse(first, ',') : number;
                if (found == null) {
                    throw table.broken(line, "the score is no number, but " + CellText.of(first));
                }
                return found;
            });
        }
    }
}
