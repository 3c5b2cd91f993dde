package org.leadscore.calibrate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.HistoryRows;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AucTest {

    /**
     * Worked out by hand. Conversions have 3 and 2 points, others 1 and 2. Of the four pairs three are in order and one is a tie: 3.5 ÷
     * 4. The components are 1 and 0.75 on either side; their variance is 0.03125 on either side, and DeLong's is 0.03125 ÷ 2
     * + 0.03125 ÷ 2.
     */
    @Test
    void area_and_variance_are_those_worked_out_by_hand() {
        Auc auc = Auc.of(new long[] {3, 2, 1, 2}, new boolean[] {true, true, false, false});

        assertThat(auc.area()).isEqualTo(0.875);
        assertThat(auc.variance()).isCloseTo(0.03125, within(1e-15));
    }

    @Test
    void a_ranking_does_not_differ_from_itself() {
        long[] points = {3, 2, 1, 2};
        boolean[] converted = {true, true, false, false};

        assertThat(Auc.difference(points, points, converted)).isEqualTo(new Auc(0, 0));
    }

    @Test
    void ties_count_half() {
        assertThat(Auc.of(new long[] {5, 5, 5}, new boolean[] {true, false, false})
                        .area())
                .isEqualTo(0.5);
    }

    @Test
    void duckdb_gets_the_same_area_from_ranks() throws SQLException {
        SplittableRandom random = new SplittableRandom(20_260_101);
        long[] points = random.longs(3_000, -50, 50).toArray();
        boolean[] converted = new boolean[points.length];
        for (int row = 0; row < points.length; row++) {
            converted[row] = random.nextInt(-80, 250) < points[row];
        }

        assertThat(Auc.of(points, converted).area()).isCloseTo(byRanks(points, converted), within(1e-12));
    }

    /** The two points lie close to each other on most leads, as those of two versions of a file do. */
    @Test
    void intervals_hold_the_true_figures_in_95_of_100_cases() {
        SplittableRandom random = new SplittableRandom(20_260_102);
        long[] big = new long[300_000];
        long[] bigOther = new long[big.length];
        boolean[] bigConverted = new boolean[big.length];
        draw(random, big, bigOther, bigConverted);
        double area = Auc.of(big, bigConverted).area();
        double difference = Auc.difference(big, bigOther, bigConverted).area();
        int held = 0;
        int heldDifference = 0;
        for (int i = 0; i < 1_500; i++) {
            long[] points = new long[500];
            long[] others = new long[points.length];
            boolean[] converted = new boolean[points.length];
            draw(random, points, others, converted);
            held += Auc.of(points, converted).interval().contains(area) ? 1 : 0;
            heldDifference +=
                    Auc.difference(points, others, converted).interval().contains(difference) ? 1 : 0;
        }

        assertThat(held / 1_500.0).isBetween(0.93, 0.97);
        assertThat(heldDifference / 1_500.0).isBetween(0.93, 0.97);
    }

    /** Three rows a lead with the same points: a third of what the rows pretend to be. */
    @Test
    void rows_of_one_lead_are_no_more_than_one_lead() {
        List<Instant> snapshots = List.of(Instant.EPOCH, Instant.ofEpochSecond(1), Instant.ofEpochSecond(2));
        HistoryBuilder builder = HistoryBuilder.ofSnapshots(List.of(), snapshots, Duration.ofDays(1));
        SplittableRandom random = new SplittableRandom(20_260_103);
        long[] points = new long[1_500];
        for (int lead = 0; lead < 500; lead++) {
            long ofLead = random.nextLong(100);
            boolean converts = random.nextLong(-50, 200) < ofLead;
            for (int snapshot = 0; snapshot < 3; snapshot++) {
                points[builder.row(lead, snapshot, converts)] = ofLead;
            }
        }
        HistoryRows part = HistoryRows.all(builder.build());

        Auc byLead = Auc.of(part, points, 1);
        Auc byRow = Auc.of(points, part.outcomes());

        assertThat(byLead.area()).isEqualTo(byRow.area());
        assertThat(byLead.variance() / byRow.variance()).isBetween(2.4, 3.6);
        assertThat(Auc.difference(part, points, points, 1)).isEqualTo(new Auc(0, 0));
    }

    private static void draw(SplittableRandom random, long[] points, long[] others, boolean[] converted) {
        for (int row = 0; row < points.length; row++) {
            converted[row] = random.nextInt(5) == 0;
            double common = random.nextGaussian() + (converted[row] ? 0.8 : 0);
            points[row] = Math.round(10 * common);
            others[row] = Math.round(10 * common + 6 * random.nextGaussian());
        }
    }

    private static double byRanks(long[] points, boolean[] converted) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("CREATE TABLE leads (points BIGINT, converted BOOLEAN)");
            try (PreparedStatement insert = duckdb.prepareStatement("INSERT INTO leads VALUES (?, ?)")) {
                for (int row = 0; row < points.length; row++) {
                    insert.setLong(1, points[row]);
                    insert.setBoolean(2, converted[row]);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (ResultSet area = statement.executeQuery("""
                    WITH ranked AS (
                        SELECT converted, rank() OVER (ORDER BY points) + (count(*) OVER (PARTITION BY points) - 1) / 2.0 AS rank
                        FROM leads)
                    SELECT (sum(rank) FILTER (converted) - count(*) FILTER (converted) * (count(*) FILTER (converted) + 1) / 2.0)
                        / (count(*) FILTER (converted) * count(*) FILTER (NOT converted))
                    FROM ranked""")) {
                area.next();
                return area.getDouble(1);
            }
        }
    }
}
