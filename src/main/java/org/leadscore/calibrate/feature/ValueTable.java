package org.leadscore.calibrate.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryRows;

/**
 * Makes the table that {@code learn: values} asks for: the frequent values, the most frequent first; the rest is "other". There
 * are no entries where no value is frequent, the empty one included: they would say nothing of any value.
 */
final class ValueTable {

    private static final int FEWEST_LEADS = 30;
    private static final int LEAST_SHARE = 200; // one in two hundred, 0.5 %
    private static final int MISSING = 0; // the number of the empty text

    private ValueTable() {}

    static Feature of(HistoryRows leads, int index) {
        History history = leads.history();
        List<String> texts = history.texts(index);
        int[] seen = new int[texts.size()];
        for (int place = 0; place < leads.size(); place++) {
            seen[history.text(index, leads.row(place))]++;
        }
        int[] frequent = IntStream.range(MISSING + 1, seen.length)
                .filter(text -> isFrequent(seen[text], leads))
                .boxed()
                .sorted(Comparator.comparing((Integer text) -> -seen[text]).thenComparing(texts::get))
                .limit(History.MOST_ENTRIES - 2L)
                .mapToInt(Integer::intValue)
                .toArray();
        if (frequent.length == 0 && !isFrequent(seen[MISSING], leads)) {
            return new Feature(index, history.columns().get(index), false, List.of(), row -> History.NONE);
        }
        boolean others =
                frequent.length < Arrays.stream(seen).skip(1).filter(n -> n > 0).count();
        List<Entry> entries = new ArrayList<>();
        int[] entryOfText = new int[seen.length];
        Arrays.fill(entryOfText, others ? frequent.length : History.NONE);
        for (int text : frequent) {
            entryOfText[text] = entries.size();
            entries.add(new Entry(Entry.Place.VALUE, texts.get(text), 0));
        }
        if (others) {
            entries.add(new Entry(Entry.Place.OTHERWISE, "otherwise", 0));
        }
        entryOfText[MISSING] = seen[MISSING] > 0 ? entries.size() : History.NONE;
        if (seen[MISSING] > 0) {
            entries.add(new Entry(Entry.Place.VALUE, "", 0));
        }
        return new Feature(
                index, history.columns().get(index), false, entries, row -> entryOfText[history.text(index, row)]);
    }

    private static boolean isFrequent(int seen, HistoryRows leads) {
        return seen >= FEWEST_LEADS && (long) seen * LEAST_SHARE >= leads.size();
    }
}
