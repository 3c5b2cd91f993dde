package org.leadscore.page.morning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.page.Figure;
import org.leadscore.page.Heading;
import org.leadscore.page.Link;
import org.leadscore.page.Term;
import org.leadscore.page.chart.Picture;
import org.leadscore.report.words.Words;

/**
 * All that the page of a run shows, in the order in which it shows it; made by {@link Morning}, laid out by the template
 * {@code morning.jte}. A part of which there is nothing to say is null or empty, and the page has no place for it.
 *
 * @param words of the page's language
 * @param best the buckets, the highest first
 * @param share of the buckets as one bar; null without scored leads
 * @param handOff what sales get; empty without a hand-off
 * @param glossary the terms of the page with what they mean by these rules
 */
public record MorningPage(
        Words words,
        Heading heading,
        List<Figure> best,
        @Nullable Picture share,
        List<Figure> handOff,
        Calls calls,
        @Nullable Scores scores,
        @Nullable Moves moves,
        @Nullable Sources sources,
        @Nullable Accounts accounts,
        @Nullable Next next,
        Data data,
        List<Term> glossary) {

    public MorningPage {
        best = List.copyOf(best);
        handOff = List.copyOf(handOff);
        glossary = List.copyOf(glossary);
    }

    /**
     * The lists of leads.
     *
     * @param warnings above the list
     * @param people a filter by receiver; fewer than two make no filter, likewise the others
     */
    public record Calls(
            String heading,
            String note,
            List<String> warnings,
            List<String> people,
            List<String> buckets,
            List<String> regions,
            boolean hasPhone,
            boolean hasReach,
            boolean hasAccount,
            boolean hasStage,
            boolean hasPeople,
            List<CallList> lists) {

        public Calls {
            warnings = List.copyOf(warnings);
            people = List.copyOf(people);
            buckets = List.copyOf(buckets);
            regions = List.copyOf(regions);
            lists = List.copyOf(lists);
        }
    }

    /**
     * A list of leads.
     *
     * @param summary the words to open it by; empty for a list that is open always
     * @param remark beside them
     * @param leads as fragments of HTML that the template {@code lead.jte} made
     */
    public record CallList(String caption, String summary, String remark, boolean isOpen, List<String> leads) {

        public CallList {
            leads = List.copyOf(leads);
        }
    }

    /** The look of the pool: scores, grades and stages. */
    public record Scores(
            String note,
            String spreadFinding,
            String spreadNote,
            Picture spread,
            List<Row> spreadFigures,
            @Nullable Grid grid,
            @Nullable Stages stages) {

        public Scores {
            spreadFigures = List.copyOf(spreadFigures);
        }
    }

    /** Fit and engagement as a grid. */
    public record Grid(String finding, String note, Picture picture) {}

    /** The stages of the buying cycle. */
    public record Stages(String finding, String note, String best, List<Row> rows) {

        public Stages {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table of figures.
     *
     * @param bar null for none
     * @param address of the file that has its leads; empty for none
     */
    public record Row(String name, @Nullable Picture bar, String number, String other, String address) {

        Row(String name, @Nullable Picture bar, String number, String other) {
            this(name, bar, number, other, "");
        }
    }

    /** Who rose and fell since the earlier run. */
    public record Moves(String heading, String note, MoveList rose, MoveList fell) {}

    /** Leads that moved one way; the caption says how many there are in all. */
    public record MoveList(String caption, List<Move> moves) {

        public MoveList {
            moves = List.copyOf(moves);
        }
    }

    /** A lead that moved. */
    public record Move(String name, String account, Picture picture, String scores, String change, String bucket) {}

    /** The sources of leads, and what became of them. */
    public record Sources(
            String note, String caption, String best, boolean withCustomers, List<Source> rows, Source all) {

        public Sources {
            rows = List.copyOf(rows);
        }
    }

    /** A source of leads; texts about customers are empty where nothing is known of them. */
    public record Source(
            String name,
            String leads,
            @Nullable Picture leadsBar,
            String share,
            @Nullable Picture shareBar,
            String mean,
            String customers,
            String conversion,
            @Nullable Picture interval,
            String bounds) {}

    /** The accounts with most points. */
    public record Accounts(String note, String caption, Link file, List<AccountRow> rows) {

        public Accounts {
            rows = List.copyOf(rows);
        }
    }

    /** An account. */
    public record AccountRow(
            String rank,
            String name,
            String more,
            String points,
            @Nullable Picture bar,
            String parts,
            String lead,
            String leadMore) {}

    /** The next steps: actions, segments, interests, receivers. */
    public record Next(List<ActionRow> actions, List<Row> segments, List<Row> interests, List<Receiver> receivers) {

        public Next {
            actions = List.copyOf(actions);
            segments = List.copyOf(segments);
            interests = List.copyOf(interests);
            receivers = List.copyOf(receivers);
        }
    }

    /** An action. */
    public record ActionRow(Link name, String leads, String heldBack) {}

    /** A receiver of leads; the room is a number or a word. */
    public record Receiver(Link name, String leads, String room) {}

    /** The state of the data. */
    public record Data(
            String note,
            String caption,
            List<SourceRow> rows,
            @Nullable SourceRow all,
            boolean hasTimes,
            boolean hasLeftOut,
            boolean hasContested,
            boolean hasSuppressed,
            List<Fact> facts,
            List<Rejected> rejects,
            String rejectsCaption) {

        public Data {
            rows = List.copyOf(rows);
            facts = List.copyOf(facts);
            rejects = List.copyOf(rejects);
        }
    }

    /** The rows of a source by what became of them. */
    public record SourceRow(
            String name,
            String rows,
            @Nullable Picture bar,
            String matched,
            String duplicate,
            String unmatched,
            String anonymous,
            String contested,
            String suppressed,
            String leftOut,
            String later,
            String rejected,
            boolean hasRejected,
            String newest,
            String age) {}

    /**
     * A remark on the data.
     *
     * @param showsRejects whether the rejected rows stand with it
     */
    public record Fact(boolean isWarning, String text, String more, Link link, boolean showsRejects) {}

    /** A row that could not be read. */
    public record Rejected(String file, String line, String column, String reason) {}
}
