package org.leadscore.report.summary;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.leads.Result;
import org.leadscore.lead.CellText;
import org.leadscore.segment.Account;
import org.leadscore.segment.FollowUpCensus;
import org.leadscore.segment.FollowUpCensus.HandOffs;
import org.leadscore.segment.SourceTable;

/**
 * Writes the part of the summary about standings and next steps, for programs. Parts that the rules do not have have no
 * key.
 */
final class NextStepsJson {

    /** The number of accounts that are told. */
    private static final int BEST = 10;

    private NextStepsJson() {}

    static void write(JsonGenerator json, Summary summary) throws IOException {
        Result result = summary.result();
        FollowUpCensus census = result.placements().census();
        names(json, "interests", census.interests());
        grades(json, census.grades());
        stages(json, census);
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
            accounts(json, result);
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

    /** Writes a row for each grade; nothing without grades. */
    private static void grades(JsonGenerator json, FollowUpCensus.@Nullable Grades grades) throws IOException {
        if (grades == null) {
            return;
        }
        json.writeArrayFieldStart("grades");
        for (int fit = 0; fit < grades.fit().size(); fit++) {
            for (int engagement = 0; engagement < grades.engagement().size(); engagement++) {
                json.writeStartObject();
                json.writeStringField("fit", grades.fit().get(fit));
                json.writeStringField("engagement", grades.engagement().get(engagement));
                json.writeNumberField("leads", grades.leads(fit, engagement));
                json.writeNumberField("in_best_bucket", grades.best(fit, engagement));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void stages(JsonGenerator json, FollowUpCensus census) throws IOException {
        if (census.stages().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("stages");
        for (Map.Entry<String, Integer> stage : census.stages().entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", stage.getKey());
            json.writeNumberField("leads", stage.getValue());
            named(
                    json,
                    "buckets",
                    Objects.requireNonNull(census.stagesByBucket().get(stage.getKey())));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the best accounts. */
    private static void accounts(JsonGenerator json, Result result) throws IOException {
        json.writeArrayFieldStart("best_accounts");
        List<Account> accounts = result.accounts();
        for (Account account : accounts.subList(0, Math.min(BEST, accounts.size()))) {
            json.writeStartObject();
            json.writeStringField("account", CellText.shown(account.name()));
            BigDecimal score = account.score();
            if (score == null) {
                json.writeNullField("score");
            } else {
                json.writeNumberField("score", score);
            }
            json.writeArrayFieldStart("scores");
            for (BigDecimal one : account.scores()) {
                json.writeNumber(one);
            }
            json.writeEndArray();
            json.writeNumberField("leads", account.leads());
            json.writeNumberField("best_rank", account.bestRank());
            json.writeStringField(
                    "best_lead",
                    CellText.shown(result.ids().get(account.bestRank() - 1).toString()));
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
