package org.leadscore.report.ranking;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Oddity;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.Points;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Location;
import org.leadscore.report.file.Content;
import org.leadscore.report.summary.MemoryUse;
import org.leadscore.report.summary.Summary;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.report.Report;
import org.leadscore.rules.source.Sources;
import org.leadscore.score.point.Census;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Spread;
import org.leadscore.score.point.Status;
import org.leadscore.segment.Placements;

/** A small run to report of. */
public final class SampleRun {

    static final long AS_OF = Instant.parse("2026-11-22T08:00:00Z").toEpochMilli();

    private SampleRun() {}

    static RuleSet rules(int decimals) {
        return new RuleSet(
                new ZoneDays(ZoneId.of("Europe/Madrid")),
                1_800_000,
                new Sources(null, List.of(), null, null),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                new Scale(0, 100 * Points.ONE, BigDecimal.ZERO, BigDecimal.valueOf(100), decimals),
                List.of(new Bucket("hot", BigDecimal.valueOf(70)), new Bucket("cold", BigDecimal.ZERO)),
                List.of(),
                false,
                Report.of(List.of(new Field(Field.Kind.COLUMN, "company", new Location("rules.yaml", 1, 1)))),
                FollowUp.NONE);
    }

    static RankedLead lead(int rank, String id, Score score, String company) {
        return new RankedLead(rank, Utf8Slice.of(id), score, List.of(Utf8Slice.of(company)));
    }

    static Score score(long value, @Nullable String bucket, Contribution... contributions) {
        return new Score(Status.SCORED, null, 20_000_000, 12_345_000, value, bucket, AS_OF, List.of(contributions));
    }

    static Score disqualified(Contribution... contributions) {
        return new Score(
                Status.DISQUALIFIED, "Competitor", 0, -500_000, 0, null, Long.MIN_VALUE, List.of(contributions));
    }

    static Contribution gave(String rule, long millionths) {
        return new Contribution(rule, millionths);
    }

    public static Summary summary() {
        Score noData = new Score(Status.NO_DATA, null, 0, 0, 0, null, Long.MIN_VALUE, List.of());
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("hot", 1);
        counts.put("cold", 0);
        Spread.Count spread = new Spread.Count(rules(0).scale(), counts.size());
        spread.add(0, 87);
        spread.add(2, 0);
        Result result = new Result(
                List.of(
                        lead(1, "ana@example.com", score(87, "hot"), "Banco Sur"),
                        lead(2, "ion@example.com", score(-5, null), ""),
                        lead(3, "eva@example.com", noData, ""),
                        lead(4, "bob@rival.com", disqualified(), "Rival")),
                Stream.of("ana@example.com", "ion@example.com", "eva@example.com", "bob@rival.com")
                        .map(Utf8Slice::of)
                        .toList(),
                new Census(counts, 1, 0, 1, 1, spread.spread()),
                Placements.NONE,
                null,
                List.of(),
                List.of(
                        new Tally("contacts", 6, 1, 0, 1, 0, 0, 0, 4),
                        new Tally("web", 12_345, 0, 0, 0, 0, 45, 300, 12_000)),
                List.of(new Reject("contacts.csv", 3, 7, "2 fields where the header has 3", "=x,\"y")),
                List.of(
                        new WrongValues(
                                Wanted.DATE, "contacts", "closed", 2, "contacts.csv:3:20", "written as dd/MM/yyyy"),
                        new WrongValues(Wanted.NUMBER, "contacts", "employees", 1, "contacts.csv:4:9", ""),
                        new WrongValues(Wanted.NUMBER, "web", "duration_s", 1_200, "web.csv.gz:17:31", "")),
                List.of("Fair visited"),
                List.of(
                        new Oddity("contacts", Oddities.Kind.EMPTY_AT_END, "", 1, "contacts.csv:5:20"),
                        new Oddity("contacts", Oddities.Kind.GUARD, "phone", 1_200, "contacts.csv:2:9"),
                        new Oddity("web", Oddities.Kind.ROUNDED_ID, "id", 2, "web.csv.gz:9:1")),
                List.of("social: none of its leads is known"),
                1,
                Objections.NONE,
                List.of());
        return new Summary(
                result,
                rules(0),
                null,
                Objections.NONE,
                result.warnings(),
                "rules.yaml",
                "0.1.0",
                AS_OF,
                new MemoryUse(3 << 29, false, 1, 0),
                1.25);
    }

    public static String text(Content content) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.writeTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
