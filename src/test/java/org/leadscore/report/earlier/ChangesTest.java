package org.leadscore.report.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.ingest.input.Input;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.report.file.ReportList;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.report.Report;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Status;
import org.leadscore.segment.HandOver;
import org.leadscore.segment.Placed;
import org.leadscore.segment.Standing;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangesTest {

    private static final long AS_OF = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();
    private static final RuleSet RULES = RuleFile.parse("rules.yaml", """
            version: 1
            sources: {events: {path: events.csv}}
            implicit: [{name: Any, did: any, points: 1}]
            buckets: [{name: hot, from: 70}, {name: warm, from: 40}, {name: cold, from: 10}]
            """).rules();

    @TempDir
    Path directory;

    @Test
    void who_changed_bucket_comes_first_then_the_larger_change_then_the_better_rank() throws IOException {
        Changes changes = changes(
                """
                lead,score,bucket,status
                a,60,hot,scored
                b,30,cold,scored
                c,75,hot,scored
                d,75,hot,scored
                e,69,warm,scored
                """,
                lead(1, "e", 99, "hot"),
                lead(2, "c", 80, "hot"),
                lead(3, "d", 80, "hot"),
                lead(4, "a", 75, "hot"),
                lead(5, "b", 45, "warm"));

        assertThat(changes.movers(true, 9).stream().map(Changes.Mover::rank)).containsExactly(1, 5, 4, 2, 3);
        assertThat(changes.movers(true, 2).stream().map(Changes.Mover::rank)).containsExactly(1, 5);
        assertThat(changes.movers(false, 9)).isEmpty();
        assertThat(changes.up()).isEqualTo(5);
    }

    @Test
    void a_bucket_that_begins_elsewhere_now_tells_the_direction_whatever_the_score() throws IOException {
        Changes changes = changes("""
                lead,score,bucket,status
                a,60,hot,scored
                """, lead(1, "a", 65, "warm"));

        assertThat(changes.down()).isEqualTo(1);
        assertThat(changes.movers(false, 9)).containsExactly(new Changes.Mover(1, BigDecimal.valueOf(60), "hot"));
    }

    @Test
    void between_places_that_are_no_buckets_of_the_rules_the_score_alone_tells() throws IOException {
        Changes changes = changes(
                """
                lead,score,bucket,status
                a,60,lukewarm,scored
                b,60,lukewarm,scored
                c,80,hot,scored
                d,80,hot,scored
                """,
                lead(1, "a", 65, "warm"),
                lead(2, "b", 60, "warm"),
                other(3, "c", 80, Status.CUSTOMER),
                other(4, "d", 0, Status.DISQUALIFIED));

        assertThat(changes.up()).isEqualTo(1);
        assertThat(changes.down()).isEqualTo(1);
        assertThat(changes.unchanged()).isZero();
    }

    @Test
    void who_is_not_and_was_not_scored_is_not_compared() throws IOException {
        Changes changes = changes(
                """
                lead,score,bucket,status
                a,60,,customer
                b,0,,no-data
                """, other(1, "a", 65, Status.CUSTOMER), other(2, "b", 0, Status.NO_DATA), lead(3, "new", 50, "warm"));

        assertThat(changes.up() + changes.down() + changes.unchanged()).isZero();
        assertThat(changes.before(1)).isEqualByComparingTo("60");
        assertThat(changes.before(3)).isNull();
    }

    @Test
    void the_hand_offs_before_are_counted_where_the_ranking_has_them() throws IOException {
        Changes changes = changes("""
                lead,score,bucket,status,last_activity,hand_off
                a,90,hot,scored,,yes
                b,80,hot,scored,,waiting: capacity
                c,80,hot,scored,,"waiting: ana, ion full"
                d,80,hot,scored,,not again before 2026-12-01
                e,30,cold,scored,,
                """, lead(1, "a", 90, "hot"));

        assertThat(changes.handedOverBefore()).hasValue(1);
        assertThat(changes.waitingBefore()).hasValue(2);
        assertThat(changes.bucketsBefore()).isEqualTo(Map.of("hot", 4, "warm", 0, "cold", 1));
    }

    @Test
    void a_column_of_the_contacts_is_no_hand_off() throws IOException {
        Changes changes = changes("""
                lead,score,bucket,status,last_activity,company,hand_off
                a,90,hot,scored,,x,yes
                """, lead(1, "a", 90, "hot"));

        assertThat(changes.handedOverBefore()).isEmpty();
        assertThat(changes.waitingBefore()).isEmpty();
    }

    @Test
    void without_a_list_beside_the_ranking_its_time_is_that_of_the_summary() throws IOException {
        PreviousRanking previous = read("lead,score,bucket,status\na,90,hot,scored\n");

        assertThat(previous.facts(() -> 7, null))
                .extracting(ReportList.Earlier::asOf)
                .isEqualTo(7L);
        assertThat(previous.facts(() -> TimeFormat.NONE, new ReportList.Earlier(5, -1, -1, Map.of("hot", 1))))
                .extracting(ReportList.Earlier::asOf)
                .isEqualTo(5L);
        assertThat(previous.facts(() -> TimeFormat.NONE, new ReportList.Earlier(5, -1, -1, Map.of("hot", 2))))
                .extracting(ReportList.Earlier::asOf)
                .isEqualTo(TimeFormat.NONE);
    }

    @Test
    void without_an_earlier_ranking_nothing_is_known_of_it() {
        Changes changes = between(PreviousRanking.NONE, List.of(lead(1, "a", 90, "hot")), 1);

        assertThat(changes.bucketsBefore()).isEmpty();
        assertThat(changes.handedOverBefore()).isEmpty();
        assertThat(changes.asOfBefore()).isEqualTo(TimeFormat.NONE);
        assertThat(changes.before(1)).isNull();
        assertThat(changes.up() + changes.down() + changes.unchanged()).isZero();
    }

    @Test
    void of_many_movers_the_first_are_kept_and_all_are_counted() throws IOException {
        StringBuilder before = new StringBuilder("lead,score,bucket,status\n");
        IntStream.rangeClosed(1, 5_000).forEach(i -> before.append("l" + i + ",50,warm,scored\n"));
        PreviousRanking previous = read(before.toString());
        List<RankedLead> leads = IntStream.rangeClosed(1, 5_000)
                .mapToObj(rank -> lead(rank, "l" + rank, 51 + rank % 10, "warm"))
                .toList();

        Changes one = between(previous, leads, 1);
        Changes three = between(previous, leads, 3);

        assertThat(one.up()).isEqualTo(5_000);
        assertThat(one.movers(true, 5_000)).hasSize(Changes.MOST_MOVERS).isEqualTo(three.movers(true, 5_000));
        assertThat(one.movers(true, 3).stream().map(Changes.Mover::rank)).containsExactly(9, 19, 29);
        assertThat(one.movers(true, 502).get(500).rank()).isEqualTo(8);
    }

    private Changes changes(String before, RankedLead... leads) throws IOException {
        return between(read(before), List.of(leads), 1);
    }

    private static Changes between(PreviousRanking previous, List<RankedLead> leads, int threads) {
        return Changes.between(
                "before.csv",
                previous,
                leads,
                rank -> new Placed(new Standing(null, 0, null, null, List.of()), HandOver.NO, List.of()),
                RULES,
                previous.facts(() -> TimeFormat.NONE, null),
                lead -> false,
                threads);
    }

    private PreviousRanking read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("before.csv"), text);
        return PreviousRanking.read(
                file, Input.of(file, "before.csv"), false, lead -> lead, ',', RULES.timezone(), AS_OF, Report.NONE);
    }

    private static RankedLead lead(int rank, String id, long score, String bucket) {
        return new RankedLead(
                rank,
                Utf8Slice.of(id),
                new Score(Status.SCORED, null, 0, 0, score, bucket, TimeFormat.NONE, List.of()),
                List.of());
    }

    private static RankedLead other(int rank, String id, long score, Status status) {
        return new RankedLead(
                rank,
                Utf8Slice.of(id),
                new Score(status, null, 0, 0, score, null, TimeFormat.NONE, List.of()),
                List.of());
    }
}
