package org.leadscore.calibrate.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryRows;

/**
 * The number of leads and conversions for each entry of each column, and for having none of them; or of rows, where all rows
 * are counted. In a sample that was drawn, each counts as often as its lead was drawn.
 */
public final class EntryCounts {

    private final int[] firstSlot; // by column, the slot of having no entry; those of the entries follow
    private final int[] leads; // by slot
    private final int[] conversions; // by slot
    private int allLeads; // whatever entries they have
    private int allConversions; // among all leads

    private EntryCounts(int[] firstSlot) {
        this.firstSlot = firstSlot;
        leads = new int[firstSlot[firstSlot.length - 1]];
        conversions = new int[leads.length];
    }

    /**
     * Counts some rows of a part.
     *
     * @param rowIsIn by the row's number in the history
     */
    public static EntryCounts of(HistoryRows counted, List<Feature> features, IntPredicate rowIsIn) {
        EntryCounts counts = new EntryCounts(firstSlots(features));
        for (int place = 0; place < counted.size(); place++) {
            int row = counted.row(place);
            if (rowIsIn.test(row)) {
                counts.add(counted.history(), features, row);
            }
        }
        return counts;
    }

    /** Counts the rows of each group of leads apart, by group. */
    public static List<EntryCounts> byGroup(
            HistoryRows counted, List<Feature> features, int[] groupOfLead, int groups) {
        int[] firstSlot = firstSlots(features);
        List<EntryCounts> counts =
                Stream.generate(() -> new EntryCounts(firstSlot)).limit(groups).toList();
        for (int place = 0; place < counted.size(); place++) {
            int row = counted.row(place);
            counts.get(groupOfLead[counted.history().lead(row)]).add(counted.history(), features, row);
        }
        return counts;
    }

    /**
     * Adds up groups, each as often as it was drawn.
     *
     * @param times by group
     */
    public static EntryCounts drawn(List<EntryCounts> groups, int[] times) {
        EntryCounts sum = new EntryCounts(groups.get(0).firstSlot);
        for (int group = 0; group < times.length; group++) {
            if (times[group] > 0) {
                EntryCounts counts = groups.get(group);
                sum.allLeads += times[group] * counts.allLeads;
                sum.allConversions += times[group] * counts.allConversions;
                for (int slot = 0; slot < sum.leads.length; slot++) {
                    sum.leads[slot] += times[group] * counts.leads[slot];
                    sum.conversions[slot] += times[group] * counts.conversions[slot];
                }
            }
        }
        return sum;
    }

    /** The number of leads that have the entry. */
    public int leads(int column, int entry) {
        return leads[firstSlot[column] + 1 + entry];
    }

    /** The number of leads with the entry who converted. */
    public int conversions(int column, int entry) {
        return conversions[firstSlot[column] + 1 + entry];
    }

    /** Leads and conversions of an entry. */
    public Counts counts(int column, int entry) {
        return new Counts(leads(column, entry), conversions(column, entry));
    }

    /** The counts of all leads, whatever entries they have. */
    public Counts whole() {
        return new Counts(allLeads, allConversions);
    }

    /** The share of all leads who converted, from 0 to 1. */
    public double overallRate() {
        return (double) allConversions / allLeads;
    }

    /** The shrinkage that the spread of this sample's entries asks for. */
    public Shrinkage shrinkage() {
        List<Counts> entries = new ArrayList<>();
        for (int column = 0; column < firstSlot.length - 1; column++) {
            for (int slot = firstSlot[column] + 1; slot < firstSlot[column + 1]; slot++) {
                entries.add(new Counts(leads[slot], conversions[slot]));
            }
        }
        return Shrinkage.from(entries, overallRate());
    }

    private void add(History history, List<Feature> features, int row) {
        int won = history.converted(row) ? 1 : 0;
        allLeads++;
        allConversions += won;
        for (int column = 0; column < features.size(); column++) {
            int slot = firstSlot[column] + 1 + features.get(column).choice().applyAsInt(row);
            leads[slot]++;
            conversions[slot] += won;
        }
    }

    private static int[] firstSlots(List<Feature> features) {
        int[] first = new int[features.size() + 1];
        for (int column = 0; column < features.size(); column++) {
            first[column + 1] =
                    first[column] + 1 + features.get(column).entries().size();
        }
        return first;
    }
}
