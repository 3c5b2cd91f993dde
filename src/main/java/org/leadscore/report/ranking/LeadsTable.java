package org.leadscore.report.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.ShownText;
import org.leadscore.lead.Text;
import org.leadscore.report.screen.Meaning;
import org.leadscore.report.screen.Screen;
import org.leadscore.report.screen.ScreenText;
import org.leadscore.report.screen.StandingTint;
import org.leadscore.report.table.Utf8Text;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;

/**
 * Shows the best leads on a screen: rank, score with a bar, bucket, id, what tells the person or the company, and the reasons. No line is wider
 * than the screen: reasons that have no room beside the lead stand below it, and are broken between rules, or else between words.
 */
public final class LeadsTable {

    /** The number of leads shown when nobody asks for more or less. */
    public static final int USUAL = 20;

    private static final int GAP = 2;
    private static final int WIDE = 110;
    private static final int NARROW = 64;
    private static final int MOST_ID = 36;
    private static final int LEAST_DETAIL = 10;
    private static final int MOST_DETAIL = 24;
    private static final int MOST_BUCKET = 12;

    /** The room for reasons, in columns, with less of which they stand below the lead. */
    private static final int LEAST_REASONS = 48;

    private static final int MOST_REASONS = 72;
    private static final int EIGHTHS = 8;
    private static final String[] PARTS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

    /** Names of columns that tell the company, folded. */
    private static final Set<String> COMPANIES = Set.of(
            "company",
            "company_name",
            "company name",
            "companyname",
            "organization",
            "organisation",
            "account",
            "account_name",
            "account name",
            "firma",
            "empresa",
            "companie");

    private static final String BETWEEN_REASONS = "; ";

    /** A lead as it is shown. */
    private record Row(
            String rank,
            String score,
            String bar,
            String bucket,
            Meaning meaning,
            String id,
            List<String> details,
            List<String> reasons) {}

    private final RuleSet rules;
    private final Screen screen;
    private final int bar;

    /** A writer of rankings by these rules. */
    public LeadsTable(RuleSet rules, Screen screen) {
        this.rules = rules;
        this.screen = screen;
        this.bar = screen.columns() >= WIDE ? 10 : screen.columns() >= NARROW ? 6 : 4;
    }

    /**
     * Writes the table in whole lines, ended by LF.
     *
     * @param leads the leads that are shown, the best first
     * @param more the number of leads that are left out because nobody has said how many to show
     */
    public String render(List<RankedLead> leads, int more) {
        if (leads.isEmpty()) {
            return "no lead to show\n";
        }
        List<Integer> columns = columns(leads);
        List<Row> rows = leads.stream().map(lead -> row(lead, columns)).toList();
        StringBuilder text = new StringBuilder();
        Layout layout = new Layout(rows, columns);
        layout.write(text);
        if (more > 0) {
            String words = String.format(Locale.ROOT, "and %,d more", more)
                    + "; --top N shows more, --format csv all of them with every column";
            ScreenText.sentence(words, screen.columns(), GAP)
                    .forEach(line ->
                            text.append(screen.painted(Meaning.ASIDE, line)).append('\n'));
        }
        return text.toString();
    }

    /** The report columns that have a value for one of the leads, that of the company first. */
    private List<Integer> columns(List<RankedLead> leads) {
        List<Integer> filled = new ArrayList<>();
        int company = -1;
        for (int i = 0; i < rules.reportColumns().size(); i++) {
            int column = i;
            if (leads.stream().anyMatch(lead -> lead.fields().get(column).length() > 0)) {
                boolean tellsCompany = COMPANIES.contains(
                        Text.fold(rules.reportColumns().get(column).name()));
                if (company < 0 && tellsCompany) {
                    company = column;
                } else {
                    filled.add(column);
                }
            }
        }
        if (company >= 0) {
            filled.add(0, company);
        }
        return filled;
    }

    private Row row(RankedLead lead, List<Integer> columns) {
        Score score = lead.score();
        String bucket = score.bucket() == null
                ? score.status() == Status.SCORED ? "" : score.status().word()
                : score.bucket();
        Utf8Text reasons = new Utf8Text();
        Reasons.append(score, reasons);
        String why = shown(reasons.from(0));
        return new Row(
                Integer.toString(lead.rank()),
                BigDecimal.valueOf(score.value(), rules.scale().decimals()).toPlainString(),
                bar(score),
                ScreenText.cut(shown(bucket), MOST_BUCKET),
                StandingTint.of(score, rules),
                shown(lead.lead()),
                columns.stream()
                        .map(column -> shown(lead.fields().get(column).toString()))
                        .toList(),
                why.isEmpty() ? List.of() : List.of(why.split(BETWEEN_REASONS, -1)));
    }

    private static String shown(String text) {
        return ShownText.onOneLine(text);
    }

    /** A bar as long as the score is high on its scale, to an eighth of a column. */
    private String bar(Score score) {
        BigDecimal low = rules.scale().min();
        BigDecimal span = rules.scale().max().subtract(low);
        if (span.signum() <= 0) {
            return "";
        }
        int eighths = BigDecimal.valueOf(score.value(), rules.scale().decimals())
                .subtract(low)
                .multiply(BigDecimal.valueOf((long) bar * EIGHTHS))
                .divide(span, 0, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf((long) bar * EIGHTHS))
                .intValueExact();
        return "█".repeat(eighths / EIGHTHS) + PARTS[eighths % EIGHTHS];
    }

    /** The widths of the columns, and the lines that they give. */
    private final class Layout {

        private final List<Row> rows;
        private final List<String> heads = new ArrayList<>();
        private final int rank;
        private final int score;
        private final int bucket;
        private final int id;
        private final int[] details;

        /** The width of the reasons beside a lead; 0 where they stand below it. */
        private final int reasons;

        Layout(List<Row> rows, List<Integer> columns) {
            this.rows = rows;
            rank = Math.max("rank".length(), widest(rows.stream().map(Row::rank).toList()));
            score = widest(rows.stream().map(Row::score).toList());
            bucket = Math.max(
                    "bucket".length(), widest(rows.stream().map(Row::bucket).toList()));
            columns.forEach(
                    column -> heads.add(shown(rules.reportColumns().get(column).name())));
            int left = screen.columns() - rank - GAP - scores() - GAP - bucket - GAP;
            int wanted =
                    Math.max("lead".length(), widest(rows.stream().map(Row::id).toList()));
            int why = Math.max(
                    "why".length(),
                    widest(rows.stream()
                            .map(row -> String.join(BETWEEN_REASONS, row.reasons()))
                            .toList()));
            int[] wide = IntStream.range(0, columns.size()).map(this::wanted).toArray();
            int first = wide.length == 0 ? 0 : GAP + wide[0];
            int beside = left - Math.min(wanted, MOST_ID) - first - GAP;
            if (beside >= Math.min(LEAST_REASONS, why)) {
                id = Math.min(wanted, MOST_ID);
                int shown = Math.min(1, wide.length);
                while (shown < wide.length && beside - GAP - wide[shown] >= Math.min(why, MOST_REASONS)) {
                    beside -= GAP + wide[shown++];
                }
                details = Arrays.copyOf(wide, shown);
                reasons = beside;
                return;
            }
            reasons = 0;
            boolean hasRoom = first > 0 && left - Math.min(wanted, MOST_ID) >= GAP + Math.min(LEAST_DETAIL, wide[0]);
            id = Math.min(wanted, hasRoom ? Math.max(Math.min(wanted, MOST_ID), left - first) : left);
            int room = left - id;
            int shown = 0;
            while (hasRoom && shown < wide.length && room >= GAP + (shown == 0 ? LEAST_DETAIL : wide[shown])) {
                wide[shown] = Math.min(wide[shown], room - GAP);
                room -= GAP + wide[shown++];
            }
            details = Arrays.copyOf(wide, shown);
        }

        /** The width that a column wants, up to a bound. */
        private int wanted(int column) {
            int widest =
                    widest(rows.stream().map(row -> row.details().get(column)).toList());
            return Math.min(MOST_DETAIL, Math.max(ScreenText.width(heads.get(column)), widest));
        }

        private int scores() {
            return Math.max("score".length(), score + 1 + bar);
        }

        private static int widest(List<String> cells) {
            return cells.stream().mapToInt(ScreenText::width).max().orElse(0);
        }

        void write(StringBuilder text) {
            head(text);
            rows.forEach(row -> write(row, text));
        }

        private void head(StringBuilder text) {
            StringBuilder line = new StringBuilder();
            line.append(ScreenText.toRight("rank", rank)).append("  ");
            line.append(ScreenText.toLeft("score", scores())).append("  ");
            line.append(ScreenText.toLeft("bucket", bucket)).append("  ");
            line.append(ScreenText.toLeft("lead", id));
            for (int i = 0; i < details.length; i++) {
                line.append("  ").append(ScreenText.toLeft(ScreenText.cut(heads.get(i), details[i]), details[i]));
            }
            line.append(reasons > 0 ? "  why" : "");
            text.append(screen.painted(Meaning.HEADING, line.toString().stripTrailing()))
                    .append('\n');
        }

        private void write(Row row, StringBuilder text) {
            StringBuilder line = new StringBuilder();
            line.append(ScreenText.toRight(row.rank(), rank)).append("  ");
            line.append(ScreenText.toRight(row.score(), score)).append(' ');
            line.append(padded(row.meaning(), row.bar(), scores() - score - 1)).append("  ");
            line.append(padded(row.meaning(), row.bucket(), bucket)).append("  ");
            line.append(ScreenText.toLeft(ScreenText.cut(row.id(), id), id));
            for (int i = 0; i < details.length; i++) {
                String detail = ScreenText.cut(row.details().get(i), details[i]);
                line.append("  ").append(ScreenText.toLeft(detail, details[i]));
            }
            if (reasons > 0) {
                List<String> why = why(row.reasons(), reasons);
                int indent = screen.columns() - reasons;
                line.append("  ").append(why.isEmpty() ? "" : why.get(0));
                text.append(line.toString().stripTrailing()).append('\n');
                why.stream()
                        .skip(1)
                        .forEach(more ->
                                text.append(" ".repeat(indent)).append(more).append('\n'));
                return;
            }
            text.append(line.toString().stripTrailing()).append('\n');
            int indent = rank + GAP;
            List<String> below = new ArrayList<>(row.reasons());
            String detail = details.length > 0 || row.details().isEmpty()
                    ? ""
                    : row.details().get(0);
            if (!detail.isEmpty()) {
                below.add(0, ScreenText.cut(detail, screen.columns() - indent - 1));
            }
            why(below, screen.columns() - indent)
                    .forEach(more -> text.append(" ".repeat(indent))
                            .append(screen.painted(Meaning.ASIDE, more))
                            .append('\n'));
        }

        private String padded(@Nullable Meaning meaning, String cell, int width) {
            return screen.painted(meaning, cell) + " ".repeat(Math.max(0, width - ScreenText.width(cell)));
        }

        /** The reasons in lines, each of as many reasons as have room. */
        private static List<String> why(List<String> reasons, int width) {
            List<String> lines = new ArrayList<>();
            String line = "";
            for (int i = 0; i < reasons.size(); i++) {
                String reason = reasons.get(i) + (i + 1 < reasons.size() ? ";" : "");
                String longer = line.isEmpty() ? reason : line + " " + reason;
                if (ScreenText.width(longer) <= width) {
                    line = longer;
                    continue;
                }
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                List<String> broken = ScreenText.cell(reason, width);
                lines.addAll(broken.subList(0, broken.size() - 1));
                line = broken.get(broken.size() - 1);
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            return lines;
        }
    }
}
