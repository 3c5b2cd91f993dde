package org.leadscore.report.summary;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.leadscore.engine.leads.Result;
import org.leadscore.segment.FollowUpCensus;
import org.leadscore.segment.FollowUpCensus.HandOffs;
import org.leadscore.segment.SourceTable;

/**
 * Writes the part of the summary about standings and next steps, for programs. Parts that the rules do not have have no
 * key.
 */
final class NextStepsJson {

    private NextStepsJson() {}

    static void write(JsonGenerator json, Summary summary) throws IOException {
        Result result = summary.result();
        FollowUpCensus census = result.placements().census();
        names(json, "interests", census.interests());
        names(json, "stages", census.stages());
        names(json, "segments", census.segments());
        HandOffs handOff = census.handOff();
        if (handOff != null) {
            handOff(json, handOff);
        }
        if (!census.actions().isEmpty()) {
            json.writeArrayFieldStart("actions");
            for (FollowUpCensus.Actions action : census.actions()) {
                json.writeStartObject();
                json.writeStringField("name", action.name());
                json.writeNumberField("leads", action.leads());
                json.writeNumberField("held_back", action.heldBack());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (summary.rules().followUp().accounts() != null) {
            json.writeNumberField("accounts", result.accounts().size());
        }
        Result.Sources sources = result.sources();
        if (sources != null) {
            sources(json, sources, summary);
        }
    }

    private static void names(JsonGenerator json, String key, Map<String, Integer> counts) throws IOException {
        if (!counts.isEmpty()) {
            named(json, key, counts);
        }
    }

    private static void named(JsonGenerator json, String key, Map<String, Integer> counts) throws IOException {
        json.writeArrayFieldStart(key);
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", each.getKey());
            json.writeNumberField("leads", each.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void handOff(JsonGenerator json, HandOffs handOff) throws IOException {
        json.writeObjectFieldStart("hand_off");
        json.writeNumberField("handed_over", handOff.handedOver());
        named(json, "to", handOff.to());
        json.writeNumberField("waiting", handOff.waiting());
        json.writeNumberField("waiting_for_a_place", handOff.noRoom());
        json.writeNumberField("waiting_for_somebody_with_room", handOff.allFull());
        json.writeNumberField("nobody_for_it", handOff.nobody());
        json.writeNumberField("held_back", handOff.heldBack());
        json.writeEndObject();
    }

    private static void sources(JsonGenerator json, Result.Sources sources, Summary summary) throws IOException {
        json.writeArrayFieldStart("acquisition");
        for (SourceTable.Row row : sources.rows()) {
            json.writeStartObject();
            json.writeStringField("source", row.source());
            json.writeNumberField("leads", row.leads());
            json.writeNumberField("in_best_bucket", row.best());
            json.writeNumberField("share_in_best_bucket", SourceFigures.share(row.best(), row));
            BigDecimal mean = SourceFigures.meanScore(row, summary.rules());
            if (mean == null) {
                json.writeNullField("mean_score");
            } else {
                json.writeNumberField("mean_score", mean);
            }
            if (sources.withCustomers()) {
                json.writeNumberField("customers", row.customers());
                json.writeNumberField("conversion", SourceFigures.share(row.customers(), row));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
