package org.leadscore.page.learning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.quality.Significance;
import org.leadscore.history.figures.Card;
import org.leadscore.history.figures.Figures;
import org.leadscore.page.Heading;
import org.leadscore.page.Link;
import org.leadscore.page.Term;
import org.leadscore.report.words.Words;

/**
 * Makes the page of a calibration or an evaluation of its figures: the verdict first, then what to mind, then how well the
 * points rank and what a score means. The same figures give the same page.
 */
public final class Learning {

    private final Figures figures;
    private final Amounts amounts;
    private final Words words;
    private final String title;
    private final String language;

    /**
     * A maker of pages.
     *
     * @param title of the page, as the rule file gives it; empty for the usual one
     * @param language of the words, by its code
     */
    public Learning(Figures figures, Words words, String title, String language) {
        this.figures = figures;
        this.amounts = new Amounts(words, figures);
        this.words = words;
        this.title = title;
        this.language = language;
    }

    /** The page. */
    public LearningPage page() {
        Verdict verdict = new Verdict(figures, amounts);
        List<LearningPage.Mind> minds = new MindFigures(figures, amounts).minds();
        LearningPage.Ranks ranks = RankFigures.of(figures, amounts, verdict).orElse(null);
        LearningPage.Meaning meaning = MeaningFigures.of(figures, amounts);
        Card learned = figures.card();
        LearningPage.Card card = learned == null ? null : new CardFigures(figures, learned, amounts).section();
        List<Link> places = new ArrayList<>();
        placeIf(minds.isEmpty() ? null : minds, "mind", "part.mind", places);
        placeIf(ranks, "ranking", "part.ranking", places);
        placeIf(meaning, "meaning", "part.meaning", places);
        placeIf(card, "points", "part.points", places);
        placeIf(figures, "drift", "part.drift", places);
        return new LearningPage(
                words,
                new Heading(
                        language,
                        words.text(figures.isCompared() ? "learning.title" : "learning.title.single"),
                        title.isEmpty() ? words.text("page.learning") : Amounts.shown(title),
                        subject(),
                        verdict.finding(),
                        verdict.details(),
                        verdict.state(),
                        places),
                verdict.figures(),
                minds,
                ranks,
                meaning,
                card,
                DriftFigures.of(figures, amounts),
                CheckFigures.of(figures, amounts),
                glossary());
    }

    private String subject() {
        String against = figures.against();
        String rules = Amounts.shown(figures.rules());
        return against == null ? rules : words.text("page.rules.against", rules, Amounts.shown(against));
    }

    private void placeIf(@Nullable Object part, String name, String key, List<Link> places) {
        if (part != null) {
            places.add(new Link(words.text(key), "#" + name));
        }
    }

    private List<Term> glossary() {
        List<Term> terms = new ArrayList<>();
        if (figures.test() != null) {
            terms.add(term("quality.auc", words.text("measure.auc")));
            terms.add(term("quality.ks", words.text("measure.ks")));
            terms.add(term("quality.skill", words.text("measure.skill")));
        }
        terms.add(term("measure.rates", words.text("measure.rates.text")));
        if (figures.card() != null) {
            terms.add(term("measure.q", words.text("measure.q.text", words.decimal(Significance.LEVEL, 2))));
            terms.add(term("measure.not-said", words.text("measure.not-said.text")));
        }
        terms.add(new Term(words.text("measure.seed.name"), figures.seed() + ". " + words.text("measure.seed")));
        return terms;
    }

    private Term term(String key, String meaning) {
        return new Term(words.text(key), meaning);
    }
}
