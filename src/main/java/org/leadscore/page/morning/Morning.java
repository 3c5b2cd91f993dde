package org.leadscore.page.morning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.leads.Result;
import org.leadscore.lead.Points;
import org.leadscore.page.Figure;
import org.leadscore.page.Heading;
import org.leadscore.page.Html;
import org.leadscore.page.Link;
import org.leadscore.page.Term;
import org.leadscore.page.chart.Bars;
import org.leadscore.page.chart.Look;
import org.leadscore.page.chart.Picture;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.words.Words;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Grades;
import org.leadscore.segment.FollowUpCensus;

/**
 * Makes the page of a run of its summary: the finding first, then whom to call and why, then how the pool looks. The same
 * summary gives the same page.
 */
public final class Morning {

    private final Summary summary;
    private final RuleSet rules;
    private final Result result;
    private final Phrases phrases;
    private final Words words;
    private final Html html;
    private final Plan plan;

    /**
     * The wishes for a page.
     *
     * @param mostLeads the number of leads at most that are listed; those that were handed over always are
     * @param hasFiles whether the files of the run stand beside the page, so that it may lead to them
     * @param hasLedger whether the run remembers what it did
     */
    public record Plan(int mostLeads, boolean hasFiles, boolean hasLedger) {}

    /** A maker of the page of one run. */
    public Morning(Summary summary, Html html, Plan plan) {
        this.summary = summary;
        this.rules = summary.rules();
        this.result = summary.result();
        this.words = Words.of(rules.report().language());
        this.phrases = new Phrases(words, rules, summary.asOf());
        this.html = html;
        this.plan = plan;
    }

    /** The page. */
    public MorningPage page() {
        Phrases.Since since = since();
        CallLists lists = new CallLists(summary, phrases, html, plan);
        MorningPage.Calls calls = lists.calls();
        MorningPage.Scores scores = ScoreFigures.of(summary, phrases);
        MorningPage.Moves moves = MoveFigures.of(summary, phrases, since);
        MorningPage.Sources sources = SourceFigures.of(summary, phrases);
        MorningPage.Accounts accounts = AccountFigures.of(summary, phrases, plan.hasFiles());
        MorningPage.Next next = NextFigures.of(summary, phrases, plan.hasFiles());
        MorningPage.Data data = DataFigures.of(summary, phrases, plan.hasFiles());
        List<Link> places = new ArrayList<>();
        place("calls", calls.heading(), places);
        placeIf(scores, "scores", "part.scores", places);
        placeIf(moves, "moves", "part.moved", places);
        placeIf(sources, "sources", "part.sources", places);
        placeIf(accounts, "accounts", "part.accounts", places);
        placeIf(next, "next", "part.actions", places);
        placeIf(data, "data", "part.data", places);
        String title = rules.report().title();
        Headline headline = new Headline(summary, phrases, lists, since);
        Heading heading = new Heading(
                rules.report().language(),
                headline.finding(),
                title == null ? words.text("page.morning") : Phrases.shown(title),
                words.text("page.rules", Phrases.shown(summary.rulesFile()), summary.version()),
                headline.finding(),
                headline.details(),
                headline.state(),
                places);
        return new MorningPage(
                words,
                heading,
                buckets(since),
                share(),
                handOff(since),
                calls,
                scores,
                moves,
                sources,
                accounts,
                next,
                data,
                glossary(lists.listed()));
    }

    /** The time of the earlier run; null where there is none to compare with. */
    private Phrases.@Nullable Since since() {
        Changes changes = summary.changes();
        return changes == null || !changes.isKnown() ? null : phrases.since(changes.asOfBefore());
    }

    private List<Figure> buckets(Phrases.@Nullable Since since) {
        Changes changes = summary.changes();
        List<Figure> figures = new ArrayList<>();
        int index = 0;
        for (Map.Entry<String, Integer> bucket : result.census().buckets().entrySet()) {
            String change = since == null || changes == null
                    ? ""
                    : phrases.change(
                            bucket.getValue(), changes.bucketsBefore().getOrDefault(bucket.getKey(), 0), since);
            String look = Look.ofBucket(index++, rules.buckets().size()).css();
            figures.add(new Figure(Phrases.shown(bucket.getKey()), look, words.number(bucket.getValue()), change));
        }
        return figures;
    }

    private @Nullable Picture share() {
        List<Bars.Part> parts = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (Map.Entry<String, Integer> bucket : result.census().buckets().entrySet()) {
            parts.add(new Bars.Part(
                    bucket.getValue(), Look.ofBucket(index++, rules.buckets().size())));
            texts.add(Phrases.shown(bucket.getKey()) + " " + words.number(bucket.getValue()));
        }
        long scored = result.census().scored();
        return scored == 0
                ? null
                : Bars.share(parts, words.text("figure.scored") + " " + words.number(scored), words.list(texts));
    }

    private List<Figure> handOff(Phrases.@Nullable Since since) {
        FollowUpCensus.HandOffs handOffs = result.placements().census().handOff();
        if (handOffs == null) {
            return List.of();
        }
        Changes changes = summary.changes();
        String handedOver = since == null
                        || changes == null
                        || changes.handedOverBefore().isEmpty()
                ? ""
                : phrases.change(
                        handOffs.handedOver(), changes.handedOverBefore().getAsInt(), since);
        String waiting =
                since == null || changes == null || changes.waitingBefore().isEmpty()
                        ? ""
                        : phrases.change(
                                handOffs.waiting(), changes.waitingBefore().getAsInt(), since);
        return List.of(
                new Figure(words.text("figure.handed-over"), "", words.number(handOffs.handedOver()), handedOver),
                new Figure(words.text("figure.waiting"), "", words.number(handOffs.waiting()), waiting));
    }

    private List<Term> glossary(int listed) {
        List<Term> terms = new ArrayList<>();
        if (!rules.explicit().isEmpty()) {
            terms.add(term("calls.fit", words.text("meaning.fit")));
        }
        if (!rules.implicit().isEmpty()) {
            terms.add(term("calls.engagement", words.text("meaning.engagement")));
        }
        List<String> limits = new ArrayList<>();
        for (Bucket bucket : rules.buckets()) {
            limits.add(words.text("meaning.bucket", Phrases.shown(bucket.name()), words.decimal(bucket.from())));
        }
        String range = words.text(
                "meaning.score",
                words.decimal(rules.scale().min()),
                words.decimal(rules.scale().max()));
        terms.add(term("calls.score", range + " " + words.list(limits) + "."));
        Grades grades = rules.followUp().grades();
        if (grades != null) {
            terms.add(
                    term("why.grade", words.text("meaning.grade", limits(grades.fit()), limits(grades.engagement()))));
        }
        terms.add(term("page.personal", words.count("page.personal.text", listed)));
        return terms;
    }

    private String limits(List<Grades.Grade> grades) {
        List<String> limits = new ArrayList<>();
        for (Grades.Grade grade : grades.subList(0, grades.size() - 1)) {
            limits.add(words.text(
                    "meaning.bucket",
                    Phrases.shown(grade.name()),
                    words.decimal(Points.toDecimal(grade.from()).stripTrailingZeros())));
        }
        return limits.isEmpty() ? Phrases.shown(grades.get(0).name()) : String.join(", ", limits);
    }

    private Term term(String key, String meaning) {
        return new Term(words.text(key), meaning);
    }

    private void placeIf(@Nullable Object part, String place, String key, List<Link> places) {
        if (part != null) {
            place(place, words.text(key), places);
        }
    }

    private static void place(String place, String text, List<Link> places) {
        places.add(new Link(text, "#" + place));
    }
}
