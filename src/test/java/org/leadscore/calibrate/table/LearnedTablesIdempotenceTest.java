package org.leadscore.calibrate.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadscore.calibrate.Calibration;
import org.leadscore.calibrate.Learned;
import org.leadscore.calibrate.LearnedColumn;
import org.leadscore.calibrate.LearnedEntry;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.rows.Column;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.calibrate.rows.Histories;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;

/** A table that was asked for is, once it is written, a rule like any other: it is learned to the same points. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearnedTablesIdempotenceTest {

    private static final String[] JOBS = {"engineer", "buyer", "owner", "clown", ""};

    @ParameterizedTest
    @EnumSource(Method.class)
    void tables_that_were_made_are_learned_to_the_same_points(Method method) {
        History asked = history(List.of(
                new Column.Values("Job", BigDecimal.ONE, true), new Column.Numbers("Age", BigDecimal.ONE, true)));
        Learned first = learn(asked, method);

        Learned second = learn(written(asked, first), method);

        assertThat(newPoints(second)).isEqualTo(newPoints(first));
        assertThat(second.scale()).isEqualTo(first.scale());
        assertThat(newPoints(first)).hasSizeGreaterThan(8);
    }

    private static History history(List<Column> columns) {
        HistoryBuilder builder = HistoryBuilder.flat(columns);
        SplittableRandom random = new SplittableRandom(20_260_101);
        for (int lead = 0; lead < 6_000; lead++) {
            int job = random.nextInt(1_000) < 4 ? 3 : random.nextInt(10) == 0 ? 4 : random.nextInt(3);
            double age = random.nextInt(5) == 0 ? 0 : random.nextInt(20) == 0 ? Double.NaN : random.nextInt(18, 80);
            double chance = 0.03 + 0.05 * (job % 3) + (age > 50 ? 0.05 : 0);
            builder.row(lead, 0, random.nextDouble() < chance);
            builder.text(0, JOBS[job]);
            builder.number(1, age);
        }
        return builder.build();
    }

    /** The same leads, sorted into the tables that calibration wrote, by what the labels say. */
    private static History written(History asked, Learned learned) {
        List<Column> columns = new ArrayList<>();
        for (LearnedColumn column : learned.columns()) {
            List<Entry> entries = column.entries().stream()
                    .map(entry -> new Entry(entry.entry().place(), entry.entry().label(), entry.newPoints()))
                    .toList();
            columns.add(new Column.Choice(column.column().rule(), entries, BigDecimal.ONE, true));
        }
        HistoryBuilder builder = HistoryBuilder.flat(columns);
        for (int row = 0; row < asked.rows(); row++) {
            builder.row(asked.lead(row), 0, asked.converted(row));
            builder.choice(0, value(columns.get(0).entries(), asked.texts(0).get(asked.text(0, row))));
            builder.choice(1, tier(columns.get(1).entries(), asked.number(1, row)));
        }
        return builder.build();
    }

    private static int value(List<Entry> entries, String text) {
        int otherwise = History.NONE;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).place() == Entry.Place.VALUE
                    && entries.get(i).label().equals(text)) {
                return i;
            }
            otherwise = entries.get(i).place() == Entry.Place.OTHERWISE ? i : otherwise;
        }
        return text.isEmpty() ? History.NONE : otherwise;
    }

    private static int tier(List<Entry> entries, double number) {
        for (int i = 0; i < entries.size(); i++) {
            boolean holds = !Double.isNaN(number);
            for (String bound : entries.get(i).label().split(", ", -1)) {
                double limit = Double.parseDouble(bound.replaceAll(".*: ", ""));
                holds &= bound.startsWith("at-least")
                        ? number >= limit
                        : bound.startsWith("below") ? number < limit : number <= limit;
            }
            if (holds) {
                return i;
            }
        }
        return History.NONE;
    }

    private static Learned learn(History history, Method method) {
        return Calibration.of(Histories.thirds(history), Histories.settings(method));
    }

    private static List<Long> newPoints(Learned learned) {
        return learned.columns().stream()
                .flatMap(column -> column.entries().stream())
                .map(LearnedEntry::newPoints)
                .toList();
    }
}
