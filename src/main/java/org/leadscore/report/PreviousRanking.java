package org.leadscore.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Input;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Text;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.InputException;
import org.leadscore.score.Score;
import org.leadscore.score.Status;

/**
 * What an earlier run had to say of each lead: its {@code leads.csv}, in whatever form. If that run was one of the same day,
 * this is what that run compared with, so that a second run of a day tells the changes of the whole day. Immutable.
 */
public final class PreviousRanking {

    /** Nothing to compare with. */
    public static final PreviousRanking NONE = new PreviousRanking(false, List.of(), Map.of(), List.of());

    static final String NEW = "new";
    static final String MOVED_TO = " > ";

    private static final String NO_BUCKET = "no bucket";
    private static final List<String> COLUMNS = List.of("lead", "score", "bucket", "status");
    private static final List<String> OF_COMPARISONS = List.of("previous_score", "moved");
    private static final String REMEDY = "mend it, or leave --previous out for once";

    /**
     * What was said of one lead.
     *
     * @param lead its id as it was written
     * @param score null when it is not known, as that run compared with nothing
     * @param place the bucket, or what stands for one
     * @param isNew whether the lead was not there before, as seen by a run of the same day
     * @param line where that is said
     * @param number of the leads that were there, from 0, in the order of their ranks
     */
    record Before(String lead, @Nullable BigDecimal score, String place, boolean isNew, int line, int number) {}

    private final boolean exact;
    private final List<Before> leads;
    private final Map<String, Before> byLead;
    private final List<String> gone;

    private PreviousRanking(boolean exact, List<Before> leads, Map<String, Before> byLead, List<String> gone) {
        this.exact = exact;
        this.leads = leads;
        this.byLead = byLead;
        this.gone = gone;
    }

    /**
     * Reads a ranking. That it was made on the day of {@code asOf} is known of one in a directory of reports, from the list
     * that is kept there; of any other it is taken to have been made on an earlier day.
     *
     * @param exact whether the case of ids counts
     * @param zone where days begin
     * @param asOf of this run, in milliseconds since 1970 UTC
     * @throws InputException when it is no ranking, a row is broken, or two are about one lead
     */
    public static PreviousRanking read(
            Path file, Input input, boolean exact, char delimiter, ZoneDays zone, long asOf) {
        ReportList list = ReportList.in(AtomicFile.directoryOf(AtomicFile.real(file)))
                .filter(found -> zone.dayOf(found.asOf()) == zone.dayOf(asOf) && found.isRanking(file))
                .orElse(null);
        boolean sameDay = list != null;
        Rows rows = new Rows(new KeptTable(input, REMEDY), exact, sameDay);
        rows.read(delimiter);
        return new PreviousRanking(exact, rows.leads, rows.byLead, list == null ? List.of() : list.gone());
    }

    /** Null for a lead that was not there; given as {@link #key} has it. */
    @Nullable
    Before of(String key) {
        return byLead.get(key);
    }

    /** How ids are compared. */
    String key(String lead) {
        return key(exact, lead);
    }

    /** In the order of their ranks. */
    List<Before> leads() {
        return leads;
    }

    /** The ids of those who were gone already, in a run of the same day. */
    List<String> gone() {
        return gone;
    }

    /** Where a lead stands now, for comparison: its bucket, or why it has none. */
    static String place(Score score) {
        String bucket = score.bucket();
        return place(bucket == null ? "" : bucket, score.status().word());
    }

    private static String place(String bucket, String status) {
        return !bucket.isEmpty() ? bucket : status.equals(Status.SCORED.word()) ? NO_BUCKET : status;
    }

    private static String key(boolean exact, String lead) {
        return exact ? Text.strip(lead) : Text.fold(lead);
    }

    /** What is read of a ranking. Cells that say the same, of which there are many, are kept once. */
    private static final class Rows {

        private final KeptTable table;
        private final boolean exact;
        private final boolean sameDay;
        private final List<Before> leads = new ArrayList<>();
        private final Map<String, Before> byLead = new HashMap<>();
        private final Map<String, BigDecimal> scores = new HashMap<>();
        private final Map<String, String> places = new HashMap<>();

        Rows(KeptTable table, boolean exact, boolean sameDay) {
            this.table = table;
            this.exact = exact;
            this.sameDay = sameDay;
        }

        void read(char delimiter) {
            table.read(COLUMNS, OF_COMPARISONS, delimiter, this::take);
        }

        private void take(long line, List<String> cells) {
            Before now = row(line, cells);
            Before row = sameDay ? carried(now, line, cells) : now;
            Before first = byLead.putIfAbsent(key(exact, row.lead()), row);
            if (first != null) {
                throw table.broken(line, "the lead '" + row.lead() + "' stands in line " + first.line() + " already");
            }
            leads.add(row);
        }

        private Before row(long line, List<String> cells) {
            String lead = FormulaGuard.unguard(cells.get(0));
            if (Text.isBlank(lead)) {
                throw table.broken(line, "the id of the lead is blank");
            }
            String place = place(FormulaGuard.unguard(cells.get(2)), cells.get(3));
            return new Before(lead, number(line, cells.get(1)), once(place), false, (int) line, leads.size());
        }

        /** What the run of the same day compared with, from the columns in which it says that. */
        private Before carried(Before now, long line, List<String> cells) {
            String moved = FormulaGuard.unguard(cells.get(5));
            if (cells.get(4).isEmpty()) {
                return new Before(now.lead(), null, now.place(), moved.equals(NEW), now.line(), now.number());
            }
            String suffix = MOVED_TO + now.place();
            String place = moved.endsWith(suffix) ? moved.substring(0, moved.length() - suffix.length()) : now.place();
            return new Before(now.lead(), number(line, cells.get(4)), once(place), false, now.line(), now.number());
        }

        private String once(String place) {
            return places.computeIfAbsent(place, first -> first);
        }

        private BigDecimal number(long line, String text) {
            return scores.computeIfAbsent(text, first -> {
                BigDecimal number = Numbers.parse(first, '.');
                BigDecimal found = number == null ? Numbers.parse(first, ',') : number;
                if (found == null) {
                    throw table.broken(line, "the score '" + first + "' is no number");
                }
                return found;
            });
        }
    }
}
