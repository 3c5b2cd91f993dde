package org.leadscore.history.figures;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.LearnedEntry;
import org.leadscore.calibrate.quality.Auc;
import org.leadscore.calibrate.quality.Capacity;
import org.leadscore.calibrate.quality.CapacityStep;
import org.leadscore.calibrate.quality.Interval;
import org.leadscore.calibrate.quality.Quality;
import org.leadscore.calibrate.quality.RuleDrift;
import org.leadscore.calibrate.quality.ScoreGroup;
import org.leadscore.calibrate.quality.Tenth;
import org.leadscore.calibrate.quality.Wilson;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.lead.Points;

/**
 * Writes figures for programs. The order of the keys is fixed, and the same rules and data give the same bytes. Shares and
 * rates are from 0 to 1; a figure that there is not is null.
 */
public final class FiguresJson {

    private static final int DECIMALS = 6;
    private static final int DIGITS = 6;
    private static final double DAY = 86_400_000;

    private final Figures figures;
    private final JsonGenerator json;

    private FiguresJson(Figures figures, JsonGenerator json) {
        this.figures = figures;
        this.json = json;
    }

    /** Writes and flushes; the stream stays open. */
    public static void write(Figures figures, OutputStream out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            new FiguresJson(figures, json).write();
            json.writeRaw('\n');
        }
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("command", figures.command());
        json.writeStringField("rules", figures.rules());
        json.writeStringField("against", figures.against());
        seen(figures.seen());
        test(figures.test());
        json.writeArrayFieldStart("rankings");
        for (Ranking ranking : figures.rankings()) {
            ranking(ranking);
        }
        json.writeEndArray();
        difference(figures.difference());
        capacity();
        meaning(figures.meaning());
        card(figures.card());
        drift();
        doubts(figures.doubts());
        json.writeNumberField("seed", figures.seed());
        json.writeEndObject();
    }

    private void seen(Seen seen) throws IOException {
        counts("leads", seen.leads());
        json.writeNumberField("rows", seen.rows());
        moments("snapshots", seen.moments());
        number("horizon_days", seen.horizon() / DAY);
    }

    private void moments(String name, List<Long> moments) throws IOException {
        json.writeArrayFieldStart(name);
        for (long moment : moments) {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    Instant.ofEpochMilli(moment).atZone(figures.seen().zone())));
        }
        json.writeEndArray();
    }

    private void test(@Nullable Tested test) throws IOException {
        if (test == null) {
            json.writeNullField("test");
            return;
        }
        json.writeObjectFieldStart("test");
        json.writeNumberField("rows", test.rows().leads());
        json.writeNumberField("conversions", test.rows().conversions());
        json.writeNumberField("rows_before", test.before().leads());
        json.writeNumberField("conversions_before", test.before().conversions());
        moments("snapshots", test.moments());
        json.writeEndObject();
    }

    private void ranking(Ranking ranking) throws IOException {
        Quality quality = ranking.quality();
        json.writeStartObject();
        json.writeStringField("points", ranking.kind().name().toLowerCase(Locale.ROOT));
        number("auc", quality.auc().area());
        interval(quality.interval());
        number("ks", quality.ks());
        number("brier", quality.brier());
        number("skill", quality.brierSkill());
        json.writeArrayFieldStart("tenths");
        for (Tenth tenth : quality.tenths()) {
            json.writeStartObject();
            number("rows", tenth.rows());
            number("conversions", tenth.conversions());
            number("rate", tenth.rate());
            number("lift", tenth.lift());
            number("gain", tenth.gain());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void difference(@Nullable Auc difference) throws IOException {
        if (difference == null) {
            json.writeNullField("difference");
            return;
        }
        json.writeObjectFieldStart("difference");
        number("auc", difference.area());
        interval(difference.interval());
        json.writeEndObject();
    }

    private void capacity() throws IOException {
        json.writeArrayFieldStart("capacity");
        for (CapacityStep step : figures.capacity()) {
            json.writeStartObject();
            json.writeNumberField("per_week", step.perWeek());
            capacity("new", step.now());
            Capacity before = step.before();
            if (before != null) {
                capacity("old", before);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        if (figures.perWeek() == null) {
            json.writeNullField("per_week");
        } else {
            json.writeNumberField("per_week", figures.perWeek());
        }
    }

    private void capacity(String name, Capacity capacity) throws IOException {
        json.writeObjectFieldStart(name);
        if (capacity.points() == Long.MAX_VALUE) {
            json.writeNullField("points");
        } else {
            points("points", capacity.points());
        }
        number("leads_per_week", capacity.leadsPerWeek());
        json.writeNumberField("leads", capacity.leads().leads());
        json.writeNumberField("conversions", capacity.leads().conversions());
        number("share", capacity.caught());
        json.writeEndObject();
    }

    private void meaning(Meaning meaning) throws IOException {
        json.writeObjectFieldStart("chance");
        number("intercept", meaning.chance().intercept());
        number("slope", meaning.chance().slope());
        number("overstatement", meaning.overstatement().orElse(Double.NaN));
        json.writeEndObject();
        json.writeArrayFieldStart("scores");
        for (ScoreGroup group : meaning.groups()) {
            json.writeStartObject();
            json.writeNumberField("from", group.from());
            json.writeNumberField("to", group.to());
            json.writeNumberField("rows", group.rows().leads());
            json.writeNumberField("conversions", group.rows().conversions());
            number("promised", group.promised());
            rate(group.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("buckets");
        for (int i = 0; i < meaning.buckets().size(); i++) {
            bucket(
                    meaning.buckets().get(i),
                    i < meaning.limits().size() ? meaning.limits().get(i) : null);
        }
        json.writeEndArray();
    }

    private void bucket(Meaning.BucketRates bucket, @Nullable Integer limit) throws IOException {
        json.writeStartObject();
        if (bucket.bucket().isEmpty()) {
            json.writeNullField("bucket");
        } else {
            json.writeStringField("bucket", bucket.bucket());
        }
        bucketOf("new", bucket.now());
        Counts before = bucket.before();
        if (before != null) {
            bucketOf("old", before);
        }
        if (limit != null) {
            json.writeNumberField("could_begin_at", limit);
        }
        json.writeEndObject();
    }

    private void bucketOf(String name, Counts counts) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("rows", counts.leads());
        json.writeNumberField("conversions", counts.conversions());
        rate(counts);
        json.writeEndObject();
    }

    private void card(@Nullable Card card) throws IOException {
        if (card == null) {
            return;
        }
        scale("new_scale", card.newScale());
        scale("old_scale", card.oldScale());
        number("points_per_doubling", card.pointsPerDoubling());
        json.writeArrayFieldStart("points");
        for (Card.Line line : card.lines()) {
            line(line);
        }
        json.writeEndArray();
    }

    private void scale(String name, Card.Span scale) throws IOException {
        json.writeObjectFieldStart(name);
        points("zero", scale.zero());
        points("full", scale.full());
        json.writeEndObject();
    }

    private void line(Card.Line line) throws IOException {
        LearnedEntry entry = line.entry();
        json.writeStartObject();
        json.writeStringField("rule", line.rule());
        json.writeStringField("place", entry.entry().place().name().toLowerCase(Locale.ROOT));
        json.writeStringField("attribute", entry.entry().label());
        json.writeNumberField("leads", entry.counts().leads());
        json.writeNumberField("conversions", entry.counts().conversions());
        rate(entry.counts());
        number("ratio", entry.ratio());
        number("shrunken_ratio", entry.shrunkenRatio());
        probability("p", entry.p());
        probability("q", entry.q());
        points("old_points", entry.entry().points());
        points("new_points", line.newPoints());
        if (line.isLearned()) {
            points("plus_minus", entry.plusMinus());
        } else {
            json.writeNullField("plus_minus");
        }
        json.writeFieldName("weight");
        json.writeNumber(line.weight().toPlainString());
        json.writeBooleanField("left_out", line.isLeftOut());
        json.writeEndObject();
    }

    private void drift() throws IOException {
        number("psi", figures.drift());
        json.writeArrayFieldStart("psi_of_rules");
        for (RuleDrift drift : figures.drifts()) {
            json.writeStartObject();
            json.writeStringField("rule", drift.rule());
            number("psi", drift.index());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void doubts(Doubts doubts) throws IOException {
        json.writeArrayFieldStart("suspects");
        for (Doubts.Suspicion suspect : doubts.suspects()) {
            json.writeStartObject();
            json.writeStringField("name", suspect.name());
            json.writeStringField("finding", suspect.finding());
            texts("rules", suspect.rules());
            json.writeBooleanField("trusted", suspect.isTrusted());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("doubts", doubts.others());
        texts("known_as_of_export", doubts.fields());
        texts("never_fired", doubts.neverFired());
        json.writeBooleanField("bounds_not_learned", doubts.hasBounds());
        texts("warnings", doubts.warnings());
        texts("not_met", doubts.unmet());
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void counts(String name, Counts counts) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("total", counts.leads());
        json.writeNumberField("converted", counts.conversions());
        number("rate", counts.rate());
        json.writeEndObject();
    }

    private void rate(Counts counts) throws IOException {
        number("rate", counts.rate());
        interval(Wilson.of(counts));
    }

    private void interval(Interval interval) throws IOException {
        number("low", interval.low());
        number("high", interval.high());
    }

    /** Writes a figure with at most six decimals. */
    private void number(String name, double number) throws IOException {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            json.writeNullField(name);
            return;
        }
        json.writeFieldName(name);
        json.writeNumber(plain(new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_UP)));
    }

    /** Writes a probability with six digits, however small it is. */
    private void probability(String name, double number) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(plain(new BigDecimal(number).round(new MathContext(DIGITS))));
    }

    private void points(String name, long millionths) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(plain(Points.toDecimal(millionths)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
