package org.leadscore.calibrate.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.fit.Settings;

/** Small histories for tests. */
public final class Histories {

    private Histories() {}

    public static Column.Choice rule(String name, long points) {
        return new Column.Choice(
                name, List.of(new Entry(Entry.Place.RULE, name, points * 1_000_000)), BigDecimal.ONE, true);
    }

    public static Column.Choice table(String name, String... values) {
        List<Entry> entries = new ArrayList<>();
        for (String value : values) {
            entries.add(new Entry(Entry.Place.VALUE, value, 0));
        }
        return new Column.Choice(name, entries, BigDecimal.ONE, true);
    }

    public static Column.Amount each(String name) {
        return new Column.Amount(name, new Entry(Entry.Place.EACH, name, 0), BigDecimal.ONE, true);
    }

    /** Adds leads that have the same entry in each column of choices. */
    public static void add(HistoryBuilder builder, int from, int leads, int conversions, int... entries) {
        for (int i = 0; i < leads; i++) {
            builder.row(from + i, 0, i < conversions);
            for (int column = 0; column < entries.length; column++) {
                builder.choice(column, entries[column]);
            }
        }
    }

    /** Splits a history so that every third lead is in the test. */
    public static Split thirds(History history) {
        return new Split(
                HistoryRows.all(history).where(row -> history.lead(row) % 3 != 0),
                HistoryRows.all(history).where(row -> history.lead(row) % 3 == 0));
    }

    public static Settings settings(Method method) {
        return new Settings(method, 3.0, null, 0, 100_000_000, 0, 3, Settings.SEED);
    }
}
