package org.leadscore.page.morning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.leads.Result;
import org.leadscore.page.chart.Look;
import org.leadscore.page.chart.Strips;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.words.Words;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;

/** Leads that rose and fell since the earlier run. */
final class MoveFigures {

    /** The number of leads that are shown of each way. */
    private static final int MOST = 8;

    private final RuleSet rules;
    private final Result result;
    private final Changes changes;
    private final ReportColumns columns;
    private final Phrases phrases;
    private final Words words;

    private MoveFigures(Summary summary, Changes changes, Phrases phrases) {
        this.rules = summary.rules();
        this.result = summary.result();
        this.changes = changes;
        this.columns = new ReportColumns(rules);
        this.phrases = phrases;
        this.words = phrases.words;
    }

    /**
     * The section; null without an earlier run.
     *
     * @param since when that was, in words; null without one
     */
    static MorningPage.@Nullable Moves of(Summary summary, Phrases phrases, Phrases.@Nullable Since since) {
        Changes changes = summary.changes();
        return since == null || changes == null
                ? null
                : new MoveFigures(summary, changes, phrases).section(since.text());
    }

    private MorningPage.Moves section(String since) {
        boolean isQuiet = changes.up() == 0 && changes.down() == 0;
        String note = isQuiet
                ? words.text("moved.none", since)
                : words.text(
                        "moved.text",
                        words.number(changes.up()),
                        words.number(changes.down()),
                        words.number(changes.unchanged()));
        return new MorningPage.Moves(
                words.text("moved.title", since), note, list(true, changes.up()), list(false, changes.down()));
    }

    private MorningPage.MoveList list(boolean up, long all) {
        List<Changes.Mover> movers = changes.movers(up, MOST);
        List<RankedLead> leads =
                result.leadsAt(movers.stream().map(Changes.Mover::rank).toList());
        List<MorningPage.Move> moves = new ArrayList<>();
        for (int i = 0; i < movers.size(); i++) {
            moves.add(move(movers.get(i), leads.get(i)));
        }
        String key = up ? "moved.rose" : "moved.fell";
        return new MorningPage.MoveList(words.text(key, words.number(moves.size()), words.number(all)), moves);
    }

    private MorningPage.Move move(Changes.Mover mover, RankedLead lead) {
        Score score = lead.score();
        BigDecimal now = BigDecimal.valueOf(score.value(), rules.scale().decimals());
        String name = columns.name(lead);
        List<Bucket> buckets = rules.buckets();
        int bucket = buckets.size();
        for (int i = 0; i < buckets.size(); i++) {
            bucket = buckets.get(i).name().equals(score.bucket()) ? i : bucket;
        }
        return new MorningPage.Move(
                name.isEmpty() ? Phrases.shown(lead.lead()) : name,
                columns.company(lead),
                Strips.move(
                        mover.before().doubleValue(),
                        now.doubleValue(),
                        rules.scale().min().doubleValue(),
                        rules.scale().max().doubleValue(),
                        buckets.stream().map(each -> each.from().doubleValue()).toList(),
                        Look.ofBucket(bucket, buckets.size())),
                words.text("moved.scores", words.decimal(mover.before()), words.decimal(now)),
                phrases.change(now.subtract(mover.before())),
                place(mover.placeBefore(), score));
    }

    private String place(String before, Score score) {
        String now = score.bucket() == null ? statusOf(score) : Phrases.shown(score.bucket());
        String was = Phrases.shown(before);
        return was.equals(now) || was.isEmpty() ? words.text("moved.stays", now) : words.text("moved.scores", was, now);
    }

    private String statusOf(Score score) {
        return score.status() == Status.SCORED
                ? words.text("page.none")
                : words.text(
                        switch (score.status()) {
                            case SCORED -> "page.none";
                            case CUSTOMER -> "why.customer";
                            case NO_DATA -> "why.no-data";
                            case DISQUALIFIED -> "why.disqualified.word";
                        });
    }
}
