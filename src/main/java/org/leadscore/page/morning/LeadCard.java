package org.leadscore.page.morning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.page.Term;
import org.leadscore.page.chart.Picture;

/**
 * A lead as its row of a call list, with what opens from it; laid out by the template {@code lead.jte}.
 *
 * @param name the name, or the id where there is none
 * @param region the country or the like; empty for none, as all other texts
 * @param phone as written; {@code call} is the address by which a telephone calls it, likewise {@code mail} and {@code write}
 * @param points fit, engagement and grade in words
 * @param ago how long ago it was last active, {@code seen} the day
 * @param receiver who is to call
 * @param keys to sort by, parted by bars, in the order of the columns
 * @param reasons the rules that weigh most
 * @param detail null where there is no room for it
 */
public record LeadCard(
        String rank,
        String name,
        String title,
        String account,
        String region,
        String phone,
        String call,
        String mail,
        String write,
        String score,
        String change,
        Picture bar,
        String points,
        String ago,
        String seen,
        String stage,
        String interest,
        String receiver,
        String bucket,
        String keys,
        List<Reason> reasons,
        @Nullable Detail detail) {

    public LeadCard {
        reasons = List.copyOf(reasons);
    }

    /** The mail address before the @, behind which a line may break; {@link #domain} is the rest. */
    public String mailbox() {
        return mail.substring(0, Math.max(0, mail.indexOf('@')));
    }

    public String domain() {
        return mail.substring(Math.max(0, mail.indexOf('@')));
    }

    /** A rule with the points that it gave or took. */
    public record Reason(String rule, String points) {}

    /**
     * All contributions, which add up to the points in the foot, and what else is known.
     *
     * @param sentence of the list for sales; empty for who is not on it
     */
    public record Detail(List<Contributed> rows, String total, List<Term> facts, String sentence) {

        public Detail {
            rows = List.copyOf(rows);
            facts = List.copyOf(facts);
        }
    }

    /** The kinds of rows of a detail. */
    public enum Kind {
        RULE,
        /** A row that holds or weighs what stands above it. */
        ADJUSTMENT,
        /** The sum of a side. */
        SUM
    }

    /** A row of a detail. */
    public record Contributed(
            Kind kind, String name, @Nullable Picture bar, String points) {

        /** The class of the style sheet; empty for a rule's row. */
        public String css() {
            return switch (kind) {
                case RULE -> "";
                case ADJUSTMENT -> "adj";
                case SUM -> "sum";
            };
        }
    }
}
