package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.Scale;
import org.leadscore.rules.rule.Inactivity;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;

/** Reads the keys {@code score}, {@code buckets} and {@code inactivity}. */
public final class ScaleReader {

    /** Neither end of the scale is further from 0, in points. */
    public static final long FURTHEST = 1_000_000_000;

    private static final Scale USUAL = new Scale(0, 100 * Points.ONE, BigDecimal.ZERO, BigDecimal.valueOf(100), 0);

    private static final List<Bucket> USUAL_BUCKETS = List.of(
            new Bucket("hot", BigDecimal.valueOf(70)),
            new Bucket("warm", BigDecimal.valueOf(40)),
            new Bucket("cold", BigDecimal.ZERO));

    private final Findings findings;

    ScaleReader(Findings findings) {
        this.findings = findings;
    }

    Scale scale(@Nullable YamlTree tree) {
        MappingFields fields = tree == null
                ? null
                : MappingFields.of(tree, "score", findings, List.of("zero", "full", "min", "max", "decimals"));
        if (fields == null) {
            return USUAL;
        }
        Scale scale = new Scale(
                or(fields.points("zero"), USUAL.zero()),
                or(fields.points("full"), USUAL.full()),
                or(bound(fields, "min"), USUAL.min()),
                or(bound(fields, "max"), USUAL.max()),
                or(fields.whole("decimals", 0, 6), USUAL.decimals()));
        if (scale.zero() == scale.full()) {
            findings.problem(
                    fields.at(fields.has("full") ? "full" : "zero"),
                    "zero and full must differ; full is the points that make a score of 100");
            return USUAL;
        }
        if (scale.full() < scale.zero()) {
            findings.warning(
                    fields.at(fields.has("full") ? "full" : "zero"),
                    "full is below zero, so that more points make a lower score");
        }
        if (scale.min().compareTo(scale.max()) > 0) {
            findings.problem(fields.at(fields.has("min") ? "min" : "max"), "min must not be above max");
            return USUAL;
        }
        return scale;
    }

    List<Bucket> buckets(@Nullable YamlTree tree, Scale scale) {
        if (tree == null) {
            return USUAL_BUCKETS;
        }
        UniqueNames names = new UniqueNames("a bucket", findings);
        List<Bucket> buckets = new ArrayList<>();
        BigDecimal above = null;
        for (YamlTree item : Lists.items(tree, "buckets", "buckets such as {name: hot, from: 70}", findings)) {
            MappingFields fields = MappingFields.of(item, "a bucket", findings, List.of("name", "from"));
            if (fields == null) {
                continue;
            }
            String name = names.read(fields);
            fields.need("from", "the bucket has no lower limit; add one such as from: 70");
            BigDecimal from = fields.number("from");
            if (from != null) {
                refuseDisorder(fields, above, from);
                warnIfBeyond(fields, from, scale);
                above = from;
            }
            buckets.add(new Bucket(name, from == null ? scale.min() : from));
        }
        if (buckets.isEmpty()) {
            buckets.add(new Bucket("", scale.min())); // stands for those that could not be read
        }
        if (above != null && above.compareTo(scale.min()) > 0) {
            findings.warning(
                    tree.at(),
                    "leads with a score below %s are in no bucket; the lowest score is %s"
                            .formatted(above.toPlainString(), scale.min().toPlainString()));
        }
        return buckets;
    }

    @Nullable
    Inactivity inactivity(@Nullable YamlTree tree) {
        MappingFields fields =
                tree == null ? null : MappingFields.of(tree, "inactivity", findings, List.of("after", "lose", "every"));
        if (fields == null) {
            return null;
        }
        for (String key : List.of("after", "lose", "every")) {
            fields.need(key, "inactivity needs " + key + ": {after: 30d, lose: 25%, every: 30d}");
        }
        Long after = fields.duration("after");
        BigDecimal lose = fields.share("lose");
        Long every = fields.duration("every");
        return after == null || lose == null || every == null ? null : new Inactivity(after, lose, every);
    }

    private @Nullable BigDecimal bound(MappingFields fields, String key) {
        BigDecimal bound = fields.number(key);
        if (bound != null && bound.abs().compareTo(BigDecimal.valueOf(FURTHEST)) > 0) {
            findings.problem(
                    fields.at(key),
                    key + " must lie between -" + FURTHEST + " and " + FURTHEST + ", not '" + bound.toPlainString()
                            + "'");
            return null;
        }
        return bound;
    }

    private void refuseDisorder(MappingFields fields, @Nullable BigDecimal above, BigDecimal from) {
        int order = above == null ? 1 : above.compareTo(from);
        if (above != null && order <= 0) {
            findings.problem(
                    fields.at("from"),
                    order == 0
                            ? "two buckets cannot both begin at " + from.toPlainString()
                            : "buckets stand highest first, but %s is above the %s before it"
                                    .formatted(from.toPlainString(), above.toPlainString()));
        }
    }

    private void warnIfBeyond(MappingFields fields, BigDecimal from, Scale scale) {
        if (from.compareTo(scale.max()) > 0) {
            findings.warning(
                    fields.at("from"),
                    "no lead can be in this bucket; the highest score is "
                            + scale.max().toPlainString());
        }
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
