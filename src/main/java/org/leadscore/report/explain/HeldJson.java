package org.leadscore.report.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.Explained;
import org.leadscore.engine.held.Held;
import org.leadscore.engine.held.HeldRow;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.Points;
import org.leadscore.lead.TimeFormat;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.Grades;
import org.leadscore.score.event.Evidence;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.Explanation;
import org.leadscore.score.point.Score;
import org.leadscore.segment.Ledger;
import org.leadscore.segment.Placed;
import org.leadscore.segment.Standing;

/**
 * Writes what is known and held about one lead, for programs and for the person who asks. The keys and their order are fixed, and
 * the same input gives the same bytes.
 */
public final class HeldJson {

    private static final int ALL_DECIMALS = 6;

    private final RuleSet rules;
    private final String rulesFile;
    private final long asOf;
    private final String lead;
    private final ZonedTimes times;

    /**
     * A writer about one lead.
     *
     * @param rulesFile as the user named it
     * @param asOf milliseconds since 1970 UTC
     * @param lead its id as it was asked for
     */
    public HeldJson(RuleSet rules, String rulesFile, long asOf, String lead) {
        this.rules = rules;
        this.rulesFile = rulesFile;
        this.asOf = asOf;
        this.lead = lead;
        this.times = new ZonedTimes(rules.timezone().zone());
    }

    /**
     * Writes and flushes; the stream stays open.
     *
     * @param explained the score; null for a lead that is not scored
     * @param objected whether the lead objected to being scored
     * @param held the rows of the sources; null where they were not asked for
     * @param ids all ids of the person
     * @param objection the lines of the lists of who objected in which the lead stands, by file
     * @param entries of the ledger; null where it is not known
     */
    public void write(
            @Nullable Explained explained,
            boolean objected,
            List<String> ids,
            @Nullable Held held,
            Map<String, List<Long>> objection,
            @Nullable List<Ledger.Entry> entries,
            OutputStream out)
            throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeStringField("lead", lead);
            json.writeArrayFieldStart("ids");
            for (String id : ids) {
                json.writeString(id);
            }
            json.writeEndArray();
            json.writeStringField("as_of", times.format(asOf));
            json.writeStringField("rules", rulesFile);
            json.writeBooleanField("objected", objected);
            if (explained == null) {
                json.writeNullField("score");
                json.writeNullField("next");
            } else {
                score(json, explained);
                next(json, explained);
            }
            if (held != null) {
                held(json, held, objection);
            }
            if (entries != null) {
                ledger(json, entries);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void score(JsonGenerator json, Explained explained) throws IOException {
        Explanation explanation = explained.explanation();
        Score score = explanation.score();
        json.writeObjectFieldStart("score");
        json.writeStringField("lead", explained.lead());
        json.writeNumberField("rank", explained.rank());
        json.writeNumberField("of", explained.leads());
        json.writeStringField("status", score.status().word());
        text(json, "disqualified_by", score.disqualifiedBy());
        json.writeNumberField(
                "score", BigDecimal.valueOf(score.value(), rules.scale().decimals()));
        text(json, "bucket", score.bucket());
        points(json, "points", score.points());
        points(json, "fit", score.fit());
        points(json, "engagement", score.engagement());
        points(json, "engagement_before_inactivity", explanation.engaged());
        time(json, "last_activity", score.lastActivity());
        Map<String, Evidence> behind = new LinkedHashMap<>();
        explained.evidence().forEach(of -> behind.put(of.rule().name(), of));
        json.writeArrayFieldStart("reasons");
        reasons(json, "fit", explanation.fit(), behind);
        reasons(json, "engagement", explanation.engagement(), behind);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void reasons(JsonGenerator json, String side, List<Explanation.Part> parts, Map<String, Evidence> behind)
            throws IOException {
        for (Explanation.Part part : parts) {
            for (Contribution rule : part.rules()) {
                json.writeStartObject();
                json.writeStringField("rule", rule.rule());
                json.writeStringField("side", side);
                text(json, "group", part.group() == null ? null : part.group().name());
                points(json, "points", rule.points());
                Evidence of = behind.get(rule.rule());
                if (of != null) {
                    occurrences(json, of);
                }
                json.writeEndObject();
            }
        }
    }

    /** Writes the occurrences that counted, the newest first. */
    private void occurrences(JsonGenerator json, Evidence of) throws IOException {
        json.writeArrayFieldStart("occurrences");
        for (Evidence.Occurrence occurrence : of.occurrences()) {
            json.writeStartObject();
            time(json, "time", occurrence.time());
            json.writeNumberField("events", occurrence.events());
            json.writeStringField("value", occurrence.value());
            points(json, "points", occurrence.points());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void next(JsonGenerator json, Explained explained) throws IOException {
        FollowUp followUp = rules.followUp();
        Placed placed = explained.placed();
        Standing standing = placed.standing();
        Score score = explained.explanation().score();
        Grades grades = followUp.grades();
        json.writeObjectFieldStart("next");
        text(json, "grade", grades == null ? null : grades.of(score.fit(), score.engagement()));
        text(json, "stage", standing.stage());
        text(json, "interest", standing.interest());
        text(json, "source", standing.source());
        json.writeArrayFieldStart("segments");
        for (String segment : standing.segments()) {
            json.writeString(segment);
        }
        json.writeEndArray();
        text(
                json,
                "hand_off",
                followUp.handOff() == null ? null : placed.handOver().text());
        text(json, "to", followUp.handOff() == null ? null : placed.handOver().to());
        json.writeArrayFieldStart("actions");
        for (Action action : placed.actions()) {
            json.writeStartObject();
            json.writeStringField("name", action.name());
            json.writeStringField("campaign", action.campaign());
            json.writeStringField("offer", action.offer());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void held(JsonGenerator json, Held held, Map<String, List<Long>> objection) throws IOException {
        json.writeObjectFieldStart("held");
        rows(json, "contacts", held.contacts(), false);
        rows(json, "events", held.events(), true);
        rows(json, "outcomes", held.outcomes(), true);
        rows(json, "identities", held.links(), true);
        json.writeArrayFieldStart("rejects");
        for (Reject reject : held.rejects()) {
            json.writeStartObject();
            json.writeStringField("file", reject.source());
            json.writeNumberField("line", reject.line());
            json.writeNumberField("column", reject.column());
            json.writeStringField("reason", reject.reason());
            json.writeStringField("raw", reject.raw());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("objections");
        for (Map.Entry<String, List<Long>> file : objection.entrySet()) {
            for (long line : file.getValue()) {
                json.writeStartObject();
                json.writeStringField("file", file.getKey());
                json.writeNumberField("line", line);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes the rows of sources; columns without a name of their own are told by their number from 1, {@code (column 3)}. */
    private void rows(JsonGenerator json, String key, List<HeldRow> rows, boolean withTime) throws IOException {
        json.writeArrayFieldStart(key);
        for (HeldRow row : rows) {
            json.writeStartObject();
            json.writeStringField("source", row.source());
            json.writeStringField("file", row.file());
            json.writeNumberField("line", row.line());
            if (withTime) {
                time(json, "time", row.time());
            }
            json.writeObjectFieldStart("values");
            Set<String> names = new HashSet<>();
            for (int i = 0; i < row.values().size(); i++) {
                String column = i < row.columns().size() ? row.columns().get(i) : "";
                boolean isNew = !column.isEmpty() && names.add(column);
                json.writeStringField(
                        isNew ? column : (column + " (column " + (i + 1) + ")").strip(),
                        row.values().get(i));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void ledger(JsonGenerator json, List<Ledger.Entry> entries) throws IOException {
        json.writeArrayFieldStart("ledger");
        for (Ledger.Entry entry : entries) {
            json.writeStartObject();
            time(json, "time", entry.time());
            json.writeStringField("kind", entry.kind().word());
            json.writeStringField("name", entry.name());
            json.writeStringField("to", entry.to());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void time(JsonGenerator json, String key, long time) throws IOException {
        text(json, key, time == TimeFormat.NONE ? null : times.format(time));
    }

    private static void points(JsonGenerator json, String key, long millionths) throws IOException {
        json.writeNumberField(key, new BigDecimal(Points.format(millionths, ALL_DECIMALS)));
    }

    private static void text(JsonGenerator json, String key, @Nullable String text) throws IOException {
        if (text == null) {
            json.writeNullField(key);
        } else {
            json.writeStringField(key, text);
        }
    }
}
