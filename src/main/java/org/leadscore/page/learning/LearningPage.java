package org.leadscore.page.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.page.Figure;
import org.leadscore.page.Heading;
import org.leadscore.page.Term;
import org.leadscore.page.chart.Picture;
import org.leadscore.report.words.Words;

/**
 * All that the page of a calibration or an evaluation shows, in the order in which it shows it; made by {@link Learning}, laid
 * out by the template {@code learning.jte}. A part of which there is nothing to say is null or empty, and the page has no place
 * for it.
 *
 * @param words of the page's language
 * @param minds what to know before any chart is looked at
 * @param glossary the measures with what they mean
 */
public record LearningPage(
        Words words,
        Heading heading,
        List<Figure> figures,
        List<Mind> minds,
        @Nullable Ranks ranks,
        @Nullable Meaning meaning,
        @Nullable Card card,
        @Nullable Drift drift,
        Checks checks,
        List<Term> glossary) {

    public LearningPage {
        figures = List.copyOf(figures);
        minds = List.copyOf(minds);
        glossary = List.copyOf(glossary);
    }

    /**
     * Something to mind.
     *
     * @param more behind it; empty for nothing
     */
    public record Mind(boolean isWarning, String text, String more) {}

    /** A chart with its finding and, where there is one, the table of its figures. */
    public record Chart(
            String finding,
            String note,
            Picture picture,
            @Nullable Table table) {}

    /** A table of figures. The first cell of a row is its head. */
    public record Table(String caption, List<String> heads, List<List<String>> rows) {

        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** The order of the leads of the test by points, and how good it is. */
    public record Ranks(
            String note, String caption, Picture axis, List<RankRow> rows, List<Chart> charts, Table tenths) {

        public Ranks {
            rows = List.copyOf(rows);
            charts = List.copyOf(charts);
        }
    }

    /** The measures of a ranking, or of the difference of two. */
    public record RankRow(
            String name,
            String area,
            Picture picture,
            String interval,
            String ks,
            String skill,
            String lift,
            boolean isDifference) {}

    /** The meaning of a score. */
    public record Meaning(String note, List<Chart> charts, Curve curve) {

        public Meaning {
            charts = List.copyOf(charts);
        }
    }

    /** The chance behind scores. */
    public record Curve(String finding, String note, String formula, String chance, List<CurveRow> rows) {

        public Curve {
            rows = List.copyOf(rows);
        }
    }

    /** A score and its chance. */
    public record CurveRow(String score, Picture bar, String chance) {}

    /**
     * The learned points.
     *
     * @param legend what the marks mean; the sample of the first is filled, of the second hollow, of the third old
     * @param notes below the table
     */
    public record Card(
            String note,
            List<String> legend,
            String caption,
            Picture rateAxis,
            Picture pointsAxis,
            List<CardRule> rules,
            List<String> notes) {

        public Card {
            legend = List.copyOf(legend);
            rules = List.copyOf(rules);
            notes = List.copyOf(notes);
        }
    }

    /** A rule with the lines of its attributes. */
    public record CardRule(String name, List<CardLine> lines) {

        public CardRule {
            lines = List.copyOf(lines);
        }
    }

    /** An attribute; texts about what was not learned are empty. */
    public record CardLine(
            String attribute,
            String leads,
            String bought,
            String rate,
            Picture rateDrawn,
            String before,
            String now,
            String plusMinus,
            Picture drawn,
            String q,
            String significance) {}

    /**
     * The movement of points.
     *
     * @param folded says how many rules are not drawn; empty for none
     * @param names theirs
     */
    public record Drift(Chart chart, String folded, String names) {}

    /** The checks: what was looked for, and what was found. */
    public record Checks(String note, List<Check> rows, String selection) {

        public Checks {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A check.
     *
     * @param isOpen true when it was not passed
     */
    public record Check(String name, String result, boolean isOpen, String found) {}
}
