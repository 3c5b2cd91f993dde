package org.leadscore.report.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Oddity;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.engine.leads.LookupMatches;
import org.leadscore.lead.CellText;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.score.point.Census;
import org.leadscore.score.point.Spread;

/**
 * Writes the summary for programs. The order of the keys is fixed; {@code memory} and {@code seconds} stand last, and
 * all before them is the same in every run over the same input.
 */
public final class SummaryJson {

    private SummaryJson() {}

    /** Writes and flushes; the stream stays open. */
    public static void write(Summary summary, Manifest manifest, OutputStream out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeStringField("version", summary.version());
            json.writeStringField("rules", summary.rulesFile());
            json.writeStringField("as_of", summary.asOfText());
            sources(json, summary);
            lookups(json, summary.result().lookups());
            leads(json, summary);
            NextStepsJson.write(json, summary);
            ChangesJson.write(json, summary);
            objections(json, summary);
            wrongValues(json, "not_numbers", Wanted.NUMBER, summary);
            wrongValues(json, "not_dates", Wanted.DATE, summary);
            texts(json, "idle_rules", summary.result().idleRules());
            oddities(json, summary.result().oddities());
            texts(json, "warnings", summary.warnings());
            ManifestJson.write(json, manifest);
            memory(json, summary.memory());
            json.writeNumberField(
                    "seconds", BigDecimal.valueOf(summary.seconds()).setScale(3, RoundingMode.HALF_UP));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void sources(JsonGenerator json, Summary summary) throws IOException {
        ZonedTimes times = new ZonedTimes(summary.rules().timezone().zone());
        json.writeArrayFieldStart("sources");
        for (Tally tally : summary.result().tallies()) {
            json.writeStartObject();
            json.writeStringField("source", tally.source());
            json.writeNumberField("rows", tally.rows());
            json.writeNumberField("rejected", tally.rejected());
            json.writeNumberField("anonymous", tally.anonymous());
            json.writeNumberField("duplicate", tally.duplicate());
            if (!summary.rules().sources().identities().isEmpty()) {
                json.writeNumberField("contested", tally.contested());
            }
            json.writeNumberField("suppressed", tally.suppressed());
            json.writeNumberField("unmatched", tally.unmatched());
            json.writeNumberField("later", tally.later());
            json.writeNumberField("matched", tally.matched());
            if (summary.result().tallies().stream().anyMatch(each -> each.leftOut() > 0)) {
                json.writeNumberField("left_out", tally.leftOut());
            }
            if (tally.times().hasNewest()) {
                json.writeStringField("newest", times.format(tally.times().newest()));
            } else {
                json.writeNullField("newest");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes how many contacts each lookup was found for; nothing without lookups. */
    private static void lookups(JsonGenerator json, List<LookupMatches.Match> lookups) throws IOException {
        if (lookups.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("lookups");
        for (LookupMatches.Match lookup : lookups) {
            json.writeStartObject();
            json.writeStringField("name", lookup.name());
            json.writeNumberField("rows", lookup.rows());
            json.writeNumberField("keys", lookup.keys());
            json.writeNumberField("contacts", lookup.contacts());
            json.writeNumberField("matched", lookup.matched());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void leads(JsonGenerator json, Summary summary) throws IOException {
        json.writeObjectFieldStart("leads");
        json.writeNumberField("total", summary.census().total());
        json.writeNumberField("scored", summary.census().scored());
        if (summary.rules().conversions() != null) {
            json.writeNumberField("customers", summary.census().customers());
        }
        json.writeNumberField("no_data", summary.census().noData());
        json.writeNumberField("disqualified", summary.census().disqualified());
        json.writeEndObject();
        json.writeArrayFieldStart("buckets");
        for (Map.Entry<String, Integer> bucket : summary.census().buckets().entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", bucket.getKey());
            json.writeNumberField("leads", bucket.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("in_no_bucket", summary.census().belowBuckets());
        spread(json, summary.census());
    }

    /** Writes a row for each score and bucket that has leads. */
    private static void spread(JsonGenerator json, Census census) throws IOException {
        List<String> buckets = new ArrayList<>(census.buckets().keySet());
        buckets.add("");
        Spread spread = census.spread();
        json.writeObjectFieldStart("spread");
        json.writeNumberField("min", spread.min());
        json.writeNumberField("max", spread.max());
        json.writeNumberField("step", spread.step());
        json.writeNumberField("at_minimum", spread.atMinimum());
        json.writeArrayFieldStart("scores");
        for (int bin = spread.bins() - 1; bin >= 0; bin--) {
            for (int bucket = 0; bucket < buckets.size(); bucket++) {
                int leads = spread.leads(bucket, spread.from(bin));
                if (leads > 0) {
                    json.writeStartObject();
                    json.writeNumberField("score", spread.from(bin));
                    json.writeStringField("bucket", buckets.get(bucket));
                    json.writeNumberField("leads", leads);
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void objections(JsonGenerator json, Summary summary) throws IOException {
        if (summary.rules().sources().objections() == null) {
            return;
        }
        json.writeObjectFieldStart("objections");
        json.writeNumberField("people", summary.objections().count());
        places(json, "nobodys", summary.objections().placesOfNobodys());
        places(json, "other_spellings", summary.objections().placesOfOtherSpellings());
        json.writeEndObject();
    }

    /** Writes how many places there are, and the first of them. */
    private static void places(JsonGenerator json, String name, List<String> places) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("count", places.size());
        if (!places.isEmpty()) {
            json.writeStringField("first", places.get(0));
        }
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(CellText.shown(text));
        }
        json.writeEndArray();
    }

    private static void memory(JsonGenerator json, @Nullable MemoryUse memory) throws IOException {
        if (memory == null) {
            return;
        }
        json.writeObjectFieldStart("memory");
        json.writeNumberField("limit_bytes", memory.limit());
        json.writeStringField("chosen_by", memory.isAsked() ? "option" : "machine");
        json.writeNumberField("parts", memory.parts());
        json.writeNumberField("bytes_on_disk", memory.onDisk());
        json.writeEndObject();
    }

    /** Writes what was read though it is odd; nothing where there is none. */
    private static void oddities(JsonGenerator json, List<Oddity> oddities) throws IOException {
        if (oddities.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("oddities");
        for (Oddity oddity : oddities) {
            json.writeStartObject();
            json.writeStringField("source", oddity.source());
            json.writeStringField("kind", oddity.word());
            json.writeStringField("column", oddity.column());
            json.writeNumberField("count", oddity.count());
            json.writeStringField("first", oddity.firstPlace());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void wrongValues(JsonGenerator json, String name, Wanted wanted, Summary summary)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (WrongValues values : summary.result().wrongValues()) {
            if (values.wanted() != wanted) {
                continue;
            }
            json.writeStartObject();
            json.writeStringField("source", values.source());
            json.writeStringField("column", values.column());
            json.writeNumberField("count", values.count());
            json.writeStringField("first", values.firstPlace());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
