package org.leadscore.page.morning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.leadscore.engine.files.Tally;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.CellText;
import org.leadscore.page.Link;
import org.leadscore.page.chart.Bars;
import org.leadscore.page.chart.Look;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.words.Words;

/** The state of the data: the rows of each source by what became of them, and what a person should look at. */
final class DataFigures {

    private static final int MOST_REJECTS = 50;

    private final Summary summary;
    private final Phrases phrases;
    private final Words words;
    private final List<Tally> tallies;

    private DataFigures(Summary summary, Phrases phrases) {
        this.summary = summary;
        this.phrases = phrases;
        this.words = phrases.words;
        this.tallies = summary.result().tallies();
    }

    static MorningPage.Data of(Summary summary, Phrases phrases, boolean hasFiles) {
        return new DataFigures(summary, phrases).section(hasFiles);
    }

    /** The newest event of all sources, in milliseconds since 1970 UTC; the least of longs for none. */
    static long newest(List<Tally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.times().hasNewest())
                .mapToLong(tally -> tally.times().newest())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private MorningPage.Data section(boolean hasFiles) {
        long most = tallies.stream().mapToLong(Tally::rows).max().orElse(0);
        List<MorningPage.SourceRow> rows = tallies.stream()
                .map(tally -> row(Phrases.shown(tally.source()), tally, most))
                .toList();
        long read = tallies.stream().mapToLong(Tally::rows).sum();
        long matched = tallies.stream().mapToLong(Tally::matched).sum();
        String note = read == 0
                ? words.text("data.none")
                : words.text(
                        "data.title",
                        words.number(matched),
                        words.number(read),
                        words.percent((double) matched / read, 1));
        List<Reject> rejects = summary.result().rejects();
        List<MorningPage.Rejected> shown = new ArrayList<>();
        for (Reject reject : rejects.subList(0, Math.min(MOST_REJECTS, rejects.size()))) {
            shown.add(new MorningPage.Rejected(
                    Phrases.shown(reject.source()),
                    words.number(reject.line()),
                    reject.column() <= 0 ? "" : words.number(reject.column()),
                    Phrases.shown(CellText.shown(reject.reason()))));
        }
        String caption = rejects.size() > shown.size()
                ? words.text("calls.nearly.of", words.number(shown.size()), words.number(rejects.size()))
                : words.text("data.rejected.table");
        return new MorningPage.Data(
                note,
                words.text("data.text", phrases.dayAndTime(summary.asOf())),
                rows,
                tallies.size() < 2 ? null : all(),
                newest(tallies) != Long.MIN_VALUE,
                tallies.stream().anyMatch(tally -> tally.leftOut() > 0),
                tallies.stream().anyMatch(tally -> tally.contested() > 0),
                tallies.stream().anyMatch(tally -> tally.suppressed() > 0),
                facts(rejects.size(), hasFiles),
                shown,
                caption);
    }

    private List<MorningPage.Fact> facts(int rejects, boolean hasFiles) {
        List<MorningPage.Fact> facts = new ArrayList<>();
        Link none = new Link("", "");
        if (rejects > 0) {
            facts.add(new MorningPage.Fact(
                    true,
                    words.count("data.rejected.title", rejects),
                    hasFiles ? words.text("data.rejected.text", "rejects.csv") : "",
                    hasFiles ? new Link("rejects.csv", "rejects.csv") : none,
                    true));
        }
        for (String warning : summary.warnings()) {
            facts.add(new MorningPage.Fact(true, "", Phrases.shown(CellText.shown(warning)), none, false));
        }
        long later = tallies.stream().mapToLong(Tally::later).sum();
        if (later > 0) {
            facts.add(new MorningPage.Fact(
                    false, words.count("data.later.text", later, phrases.dayAndTime(summary.asOf())), "", none, false));
        }
        return facts;
    }

    private MorningPage.SourceRow row(String name, Tally tally, long most) {
        boolean hasNewest = tally.times().hasNewest();
        return new MorningPage.SourceRow(
                name,
                words.number(tally.rows()),
                Bars.parts(
                        List.of(
                                new Bars.Part((double) tally.matched(), Look.ACCENT),
                                new Bars.Part((double) (tally.rows() - tally.matched()), Look.GREY)),
                        (double) most),
                words.number(tally.matched()),
                words.number(tally.duplicate()),
                words.number(tally.unmatched()),
                words.number(tally.anonymous()),
                words.number(tally.contested()),
                words.number(tally.suppressed()),
                words.number(tally.leftOut()),
                words.number(tally.later()),
                words.number(tally.rejected()),
                tally.rejected() > 0,
                hasNewest ? phrases.dayAndTime(tally.times().newest()) : "",
                hasNewest ? phrases.age(tally.times().newest()) : "");
    }

    private MorningPage.SourceRow all() {
        return new MorningPage.SourceRow(
                words.text("calls.all"),
                sum(Tally::rows),
                null,
                sum(Tally::matched),
                sum(Tally::duplicate),
                sum(Tally::unmatched),
                sum(Tally::anonymous),
                sum(Tally::contested),
                sum(Tally::suppressed),
                sum(Tally::leftOut),
                sum(Tally::later),
                sum(Tally::rejected),
                false,
                "",
                "");
    }

    private String sum(ToLongFunction<Tally> of) {
        return words.number(tallies.stream().mapToLong(of).sum());
    }
}
