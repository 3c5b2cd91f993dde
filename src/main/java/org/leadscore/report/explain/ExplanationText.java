package org.leadscore.report.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.Explained;
import org.leadscore.engine.OtherId;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Points;
import org.leadscore.report.screen.Meaning;
import org.leadscore.report.screen.Sheet;
import org.leadscore.report.screen.StandingTint;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.Grades;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.Inactivity;
import org.leadscore.score.event.Evidence;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.Explanation;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;
import org.leadscore.segment.HandOver;
import org.leadscore.segment.Ledger;
import org.leadscore.segment.Placed;
import org.leadscore.segment.Standing;

/**
 * Explains a lead's score for the person who asks: each figure is the sum of those that stand under it, to the last
 * millionth.
 */
public final class ExplanationText {

    /** The number of occurrences that are told of each rule when nobody asks for more. */
    public static final int NEWEST = 10;

    private static final int ALL_DECIMALS = 6;

    /**
     * A line of the table: its name, its amount, and a remark.
     *
     * @param isSum whether it is a figure that others add up to
     */
    private record Line(String name, String amount, String remark, boolean isSum) {}

    private final RuleSet rules;
    private final EvidenceText evidence;
    /** By the name of an implicit rule, the events behind it. */
    private final Map<String, Evidence> behind = new LinkedHashMap<>();

    private final List<Line> lines = new ArrayList<>();

    private ExplanationText(Explained explained, RuleSet rules, EvidenceText evidence) {
        this.rules = rules;
        this.evidence = evidence;
        explained.evidence().forEach(of -> behind.put(of.rule().name(), of));
    }

    /** Writes the explanation as {@link #write} does, without a ledger or a screen. */
    public static String render(Explained explained, RuleSet rules, long asOf, int most) {
        Sheet sheet = new Sheet(null);
        write(explained, rules, asOf, most, null, sheet);
        return sheet.text();
    }

    /**
     * Puts the explanation on a sheet.
     *
     * @param asOf milliseconds since 1970 UTC
     * @param most the number of occurrences that are told of each rule, the newest
     * @param entries of the ledger about the lead, oldest first; null where the ledger is not known
     */
    public static void write(
            Explained explained,
            RuleSet rules,
            long asOf,
            int most,
            @Nullable List<Ledger.Entry> entries,
            Sheet sheet) {
        ZonedTimes times = new ZonedTimes(rules.timezone().zone());
        ExplanationText text = new ExplanationText(explained, rules, new EvidenceText(times, asOf, most));
        text.add(explained.explanation());
        Score score = explained.explanation().score();
        String active = times.format(score.lastActivity());
        sheet.line(
                        Meaning.HEADING,
                        explained.lead() + ", rank " + explained.rank() + " of " + explained.leads() + ", as of "
                                + times.format(asOf))
                .gap();
        text.table(sheet);
        sheet.gap();
        text.lacks(sheet);
        sheet.line(StandingTint.of(score, rules), text.status(score));
        sheet.line(active.isEmpty() ? "no activity" : "last activity " + active);
        sheet.lines(next(explained, rules, entries == null));
        ids(explained, times, sheet);
        if (entries != null) {
            sheet.lines(ledger(entries, times));
        }
    }

    /** Writes a line for each other id of the lead: by which link it is one, and what came by it. */
    private static void ids(Explained explained, ZonedTimes times, Sheet sheet) {
        if (explained.ids().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (OtherId other : explained.ids()) {
            String link = "leads to " + other.to()
                    + (other.since() == OtherId.ALWAYS ? ", always" : ", since " + times.format(other.since()));
            String events = other.events() == 0
                    ? "no event"
                    : other.events() == 1
                            ? "1 event, " + times.format(other.first())
                            : other.events() + " events, " + times.format(other.first()) + " to "
                                    + times.format(other.last());
            rows.add(List.of("  " + other.id(), link, events));
        }
        sheet.line("other ids of this person").table(rows, Integer.MAX_VALUE);
    }

    /** Writes a line for each part of the follow-up that the rules have. */
    private static String next(Explained explained, RuleSet rules, boolean withoutLedger) {
        FollowUp followUp = rules.followUp();
        Placed placed = explained.placed();
        Standing standing = placed.standing();
        Score score = explained.explanation().score();
        StringBuilder lines = new StringBuilder();
        Grades grades = followUp.grades();
        if (grades != null) {
            lines.append("grade ")
                    .append(grades.of(score.fit(), score.engagement()))
                    .append('\n');
        }
        if (!followUp.stages().isEmpty()) {
            lines.append(standing.stage() == null ? "in no stage" : "stage " + standing.stage())
                    .append('\n');
        }
        if (!followUp.interests().isEmpty()) {
            String points = Points.format(standing.interestPoints(), ALL_DECIMALS);
            lines.append(
                            standing.interest() == null
                                    ? "no interest"
                                    : "leans to " + standing.interest() + ", " + points)
                    .append('\n');
        }
        if (followUp.acquisition() != null) {
            lines.append(standing.source() == null ? "no source" : "came by " + standing.source())
                    .append('\n');
        }
        if (!standing.segments().isEmpty()) {
            lines.append("segments ")
                    .append(String.join("; ", standing.segments()))
                    .append('\n');
        }
        if (followUp.handOff() != null) {
            lines.append("hand-off ").append(handOff(placed.handOver(), score)).append('\n');
        }
        for (Action action : placed.actions()) {
            lines.append("action ").append(action.name());
            lines.append(action.campaign().isEmpty() ? "" : ", campaign " + action.campaign())
                    .append('\n');
        }
        if (withoutLedger && (followUp.handOff() != null || !followUp.actions().isEmpty())) {
            lines.append("as far as can be told without the ledger\n");
        }
        return lines.toString();
    }

    private static String ledger(List<Ledger.Entry> entries, ZonedTimes times) {
        StringBuilder lines = new StringBuilder(entries.isEmpty() ? "not in the ledger\n" : "in the ledger\n");
        for (Ledger.Entry entry : entries) {
            lines.append("  ")
                    .append(times.format(entry.time()))
                    .append(' ')
                    .append(entry.kind().word());
            lines.append(entry.name().isEmpty() ? "" : " " + entry.name());
            lines.append(entry.to().isEmpty() ? "" : ", to " + entry.to()).append('\n');
        }
        return lines.toString();
    }

    private static String handOff(HandOver handOver, Score score) {
        return switch (handOver.kind()) {
            case NO ->
                score.status() == Status.CUSTOMER
                        ? "no, customers are never handed over"
                        : "no, its condition does not hold";
            case YES -> handOver.to().isEmpty() ? handOver.text() : "yes, to " + handOver.to();
            case NO_ROOM, ALL_FULL, NOBODY, NOT_AGAIN -> handOver.text();
        };
    }

    private void add(Explanation explanation) {
        Score score = explanation.score();
        sum(0, "score", value(score), mapping(score));
        sum(1, "fit", points(score.fit()), "");
        explanation.fit().forEach(this::add);
        sum(1, "engagement", points(score.engagement()), quiet(explanation));
        explanation.engagement().forEach(this::add);
    }

    private void add(Explanation.Part part) {
        Group group = part.group();
        if (group == null) {
            part.rules().forEach(rule -> add(2, rule));
            return;
        }
        line(2, group.name(), points(part.points()), remark(group, part));
        for (Contribution rule : part.rules()) {
            add(3, rule);
        }
    }

    private void add(int depth, Contribution rule) {
        Evidence of = behind.remove(rule.rule());
        line(depth, rule.rule(), points(rule.points()), of == null ? "" : evidence.remark(of, rule.points()));
        if (of != null) {
            evidence.lines(of).forEach(each -> line(depth + 1, each.text(), each.amount(), each.remark()));
        }
    }

    /** The implicit rules that gave nothing, and what they lacked; to be asked for when the table is complete. */
    private void lacks(Sheet sheet) {
        if (behind.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        behind.values().forEach(of -> rows.add(List.of("  " + of.rule().name(), evidence.lack(of))));
        sheet.line("gave nothing").table(rows, Integer.MAX_VALUE).gap();
    }

    private String remark(Group group, Explanation.Part part) {
        long sum = part.sum();
        boolean weighs = group.weight().compareTo(BigDecimal.ONE) != 0;
        if (!weighs && sum == part.points()) {
            return "";
        }
        String weighed = points(sum) + (weighs ? " × " + group.weight().toPlainString() : "");
        Bounds bounds = group.bounds();
        boolean held = part.points() == bounds.max() || part.points() == bounds.min();
        return held ? weighed + ", held at " + points(part.points()) : weighed;
    }

    private String quiet(Explanation explanation) {
        Inactivity inactivity = rules.inactivity();
        if (inactivity == null || explanation.quietPeriods() == 0) {
            return "";
        }
        String left = Numbers.plain(BigDecimal.ONE.subtract(inactivity.lose()));
        long periods = explanation.quietPeriods();
        return points(explanation.engaged()) + " × " + left + (periods == 1 ? "" : "^" + periods)
                + ", quiet for too long";
    }

    private String mapping(Score score) {
        Scale scale = rules.scale();
        return points(score.points()) + " points, where " + points(scale.zero()) + " is 0 and " + points(scale.full())
                + " is 100";
    }

    private String status(Score score) {
        return switch (score.status()) {
            case SCORED -> (score.bucket() == null ? "in no bucket" : "bucket " + score.bucket());
            case CUSTOMER -> "customer: the outcomes say so; in no bucket";
            case NO_DATA -> "no data: no sign of life, and no field that a rule reads is filled";
            case DISQUALIFIED -> "disqualified: " + score.disqualifiedBy();
        };
    }

    private String value(Score score) {
        return BigDecimal.valueOf(score.value(), rules.scale().decimals()).toPlainString();
    }

    private static String points(long millionths) {
        return Points.format(millionths, ALL_DECIMALS);
    }

    private void line(int depth, String name, String amount, String remark) {
        lines.add(new Line("  ".repeat(depth) + name, amount, remark, false));
    }

    private void sum(int depth, String name, String amount, String remark) {
        lines.add(new Line("  ".repeat(depth) + name, amount, remark, true));
    }

    /** Lays out the lines: names to the left, amounts under each other by their decimal points. */
    private void table(Sheet sheet) {
        int wholes = lines.stream().mapToInt(line -> whole(line.amount())).max().orElse(0);
        List<List<String>> rows = new ArrayList<>();
        for (Line line : lines) {
            String amount = " ".repeat(wholes - whole(line.amount())) + line.amount();
            rows.add(List.of(line.name(), amount, line.remark().isEmpty() ? "" : "= " + line.remark()));
        }
        sheet.table(rows, Integer.MAX_VALUE, this::meaning);
    }

    /** Sums stand out; below them points are told from those that were taken, whose sign says so too. */
    private @Nullable Meaning meaning(int row, int column, String cell) {
        if (lines.get(row).isSum()) {
            return column < 2 ? Meaning.HEADING : Meaning.ASIDE;
        }
        if (column == 1 && !cell.isBlank()) {
            return cell.strip().startsWith("-") ? Meaning.BAD : Meaning.GOOD;
        }
        return column == 2 ? Meaning.ASIDE : null;
    }

    private static int whole(String amount) {
        int point = amount.indexOf('.');
        return point < 0 ? amount.length() : point;
    }
}
