package org.leadscore.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.leadscore.calibrate.feature.Feature;
import org.leadscore.calibrate.feature.Patterns;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.lead.Points;
import org.leadscore.problem.InputException;

/** Refuses histories that cannot be learned from, and collects warnings about doubtful results, with their numbers. */
final class Warnings {

    private static final int FEWEST_CONVERSIONS = 10;
    private static final int FEW_CONVERSIONS = 50;
    private static final int MOST_PARAMETERS = 1_000;
    private static final int MOST_NAMED = 20;

    private final List<String> sentences = new ArrayList<>(); // the warnings so far, each a whole sentence

    /**
     * Checks the outcomes, and warns of fewer than fifty conversions.
     *
     * @throws InputException unless ten leads or more converted and some did not
     */
    void requireOutcomes(Counts leads) {
        if (leads.leads() == 0) {
            throw new InputException("nothing to learn from: the history has no leads");
        }
        if (leads.conversions() == leads.leads()) {
            throw new InputException("nothing to learn from: all " + leads.leads()
                    + " leads converted; the history has to have those who did not, too");
        }
        if (leads.conversions() == 0) {
            throw new InputException("nothing to learn from: none of " + leads.leads()
                    + " leads converted; are the ids of the outcomes those of the leads?");
        }
        if (leads.conversions() < FEWEST_CONVERSIONS) {
            throw new InputException("too few conversions to learn from: " + leads.conversions() + " of "
                    + leads.leads() + " leads, " + FEWEST_CONVERSIONS
                    + " are the least; a longer past or a longer --horizon has more");
        }
        if (leads.conversions() < FEW_CONVERSIONS) {
            sentences.add("only " + leads.conversions() + " conversions: below " + FEW_CONVERSIONS
                    + " the points are rough; trust the shrunken ratio before the raw one");
        }
    }

    /**
     * Checks that there is something to learn.
     *
     * @throws InputException when no rule fires
     */
    void requireFeatures(List<Feature> features, Counts leads) {
        if (features.isEmpty()) {
            throw new InputException("nothing to learn from: no rule that is to be learned fires for any of "
                    + leads.leads() + " leads; does the history have the columns and events that the rules ask for?");
        }
    }

    /**
     * Checks the number of parameters.
     *
     * @throws InputException when the method would need more parameters than can be solved for
     */
    void requireFewEnough(Method method, Patterns patterns) {
        if (method.fitsAllAtOnce() && patterns.cellCount() > MOST_PARAMETERS) {
            throw new InputException("too much to learn for logistic: it has a parameter for each of "
                    + (patterns.cellCount() - 1) + " values, tiers and conditions, " + (MOST_PARAMETERS - 1)
                    + " are the most; evidence has one for each rule");
        }
    }

    /** Adds the warnings about the learned points. */
    void about(Method method, List<LearnedColumn> columns, List<String> neverFired) {
        if (!method.givesLogOdds()) {
            lostOrder(columns);
        }
        flipped(columns);
        if (method.givesLogOdds()) {
            contradicting(columns);
        }
        List<String> unseen = columns.stream()
                .flatMap(column -> column.entries().stream()
                        .filter(entry -> column.column().learned() && entry.kept())
                        .filter(entry -> !neverFired.contains(column.column().rule()))
                        .map(entry ->
                                column.column().rule() + ": " + entry.entry().label()))
                .toList();
        if (!unseen.isEmpty()) {
            sentences.add("no lead has " + named(unseen) + ": the points stay as they are");
        }
    }

    /** Names the entries whose points were above 0 and are below now, or the other way round. */
    private void flipped(List<LearnedColumn> columns) {
        List<String> flipped = named(
                columns,
                (column, entry) -> signum(entry.entry().points()) * signum(entry.newPoints()) < 0,
                entry -> Points.format(entry.entry().points(), 3) + " before, " + Points.format(entry.newPoints(), 3)
                        + " now");
        if (!flipped.isEmpty()) {
            sentences.add("signs flipped: " + named(flipped));
        }
    }

    /** Names the entries that get points though fewer leads convert with them than do at all, or the other way round. */
    private void contradicting(List<LearnedColumn> columns) {
        List<String> contradicting = named(
                columns,
                (column, entry) ->
                        signum(entry.newPoints()) * column.column().weight().signum() * Double.compare(entry.ratio(), 1)
                                        < 0
                                && !Double.isNaN(entry.ratio()),
                entry -> String.format(
                        Locale.ROOT, "ratio %.2f, %s points", entry.ratio(), Points.format(entry.newPoints(), 3)));
        if (!contradicting.isEmpty()) {
            sentences.add("new points contradict the rule's own ratio, for what other rules say of the same leads,"
                    + " or as having none of its values is worse or better still: " + named(contradicting));
        }
    }

    private static List<String> named(
            List<LearnedColumn> columns,
            BiPredicate<LearnedColumn, LearnedEntry> isMeant,
            Function<LearnedEntry, String> figures) {
        return columns.stream()
                .flatMap(column -> column.entries().stream()
                        .filter(entry -> !entry.kept() && isMeant.test(column, entry))
                        .map(entry -> name(column, entry.entry()) + " (" + figures.apply(entry) + ")"))
                .toList();
    }

    private static String name(LearnedColumn column, Entry entry) {
        String rule = column.column().rule();
        return switch (entry.place()) {
            case RULE, EACH -> rule;
            case VALUE -> rule + ": " + (entry.label().isEmpty() ? "(empty)" : entry.label());
            case OTHERWISE, TIER -> rule + ": " + entry.label();
        };
    }

    private static int signum(long points) {
        return Long.signum(points);
    }

    private static String named(List<String> all) {
        List<String> named = all.subList(0, Math.min(MOST_NAMED, all.size()));
        int more = all.size() - named.size();
        return String.join("; ", named) + (more == 0 ? "" : " and " + more + " more");
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    private void lostOrder(List<LearnedColumn> columns) {
        for (LearnedColumn column : columns) {
            List<LearnedEntry> learned =
                    column.entries().stream().filter(entry -> !entry.kept()).toList();
            for (int i = 0; i < learned.size(); i++) {
                for (int j = i + 1; j < learned.size(); j++) {
                    LearnedEntry one = learned.get(i);
                    LearnedEntry other = learned.get(j);
                    if (one.ratio() != other.ratio() && one.newPoints() == other.newPoints()) {
                        sentences.add(
                                "rounded ratios lose the order: "
                                        + column.column().rule()
                                        + " gives the same points for ratios that differ; the method evidence keeps them apart");
                        return;
                    }
                }
            }
        }
    }
}
