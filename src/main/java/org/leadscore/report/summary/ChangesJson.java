package org.leadscore.report.summary;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;
import org.leadscore.lead.CellText;
import org.leadscore.lead.TimeFormat;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;

/** Writes the part of the summary about the changes since an earlier ranking, for programs. */
final class ChangesJson {

    /** The number of leads that are told of those that went up, and of those that went down. */
    private static final int MOST_MOVERS = 10;

    private ChangesJson() {}

    /** Writes the changes; nothing where the run did not compare. */
    static void write(JsonGenerator json, Summary summary) throws IOException {
        Changes changes = summary.changes();
        if (changes == null) {
            return;
        }
        json.writeObjectFieldStart("changes");
        json.writeStringField("since", changes.since());
        json.writeFieldName("as_of");
        if (changes.asOfBefore() == TimeFormat.NONE) {
            json.writeNull();
        } else {
            json.writeString(new ZonedTimes(summary.rules().timezone().zone()).format(changes.asOfBefore()));
        }
        json.writeArrayFieldStart("buckets");
        for (Map.Entry<String, Integer> bucket : changes.bucketsBefore().entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", bucket.getKey());
            json.writeNumberField("leads", bucket.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (summary.rules().followUp().handOff() != null) {
            count(json, "handed_over", changes.handedOverBefore());
            count(json, "waiting", changes.waitingBefore());
        }
        json.writeNumberField("new", changes.appeared());
        json.writeNumberField("up", changes.up());
        json.writeNumberField("down", changes.down());
        json.writeNumberField("unchanged", changes.unchanged());
        json.writeObjectFieldStart("movers");
        movers(json, "up", true, summary, changes);
        movers(json, "down", false, summary, changes);
        json.writeEndObject();
        SummaryJson.texts(json, "risen", changes.risen());
        SummaryJson.texts(json, "fallen", changes.fallen());
        if (changes.comparesStages()) {
            SummaryJson.texts(json, "advanced", changes.advanced());
            SummaryJson.texts(json, "receded", changes.receded());
        }
        SummaryJson.texts(json, "gone", changes.gone());
        json.writeEndObject();
    }

    private static void count(JsonGenerator json, String key, OptionalInt count) throws IOException {
        if (count.isPresent()) {
            json.writeNumberField(key, count.getAsInt());
        } else {
            json.writeNullField(key);
        }
    }

    private static void movers(JsonGenerator json, String key, boolean up, Summary summary, Changes changes)
            throws IOException {
        RuleSet rules = summary.rules();
        json.writeArrayFieldStart(key);
        for (Changes.Mover mover : changes.movers(up, MOST_MOVERS)) {
            RankedLead lead = summary.result().leads().get(mover.rank() - 1);
            Score score = lead.score();
            json.writeStartObject();
            json.writeStringField("lead", CellText.shown(lead.lead()));
            json.writeNumberField("rank", mover.rank());
            json.writeNumberField(
                    "score", BigDecimal.valueOf(score.value(), rules.scale().decimals()));
            json.writeNumberField("previous_score", mover.before());
            json.writeStringField("place", Changes.place(score));
            json.writeStringField("previous_place", mover.placeBefore());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
