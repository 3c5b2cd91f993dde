package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.rule.Decay;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Mapping;

/** Reads the key {@code decay}. */
final class DecayReader {

    private static final String FORMS =
            "decay must be one of {half-life: 30d}, {linear: 90d} and {step: 15%, every: 45d}";

    private final Findings findings;

    DecayReader(Findings findings) {
        this.findings = findings;
    }

    /** Reads the key {@code decay} of a rule or a group; null when there is none that can be used. */
    @Nullable
    Decay read(MappingFields owner) {
        YamlTree tree = owner.tree("decay");
        if (tree == null) {
            return null;
        }
        if (!(tree instanceof Mapping)) {
            findings.problem(tree.at(), FORMS + ", not " + tree.found());
            return null;
        }
        MappingFields fields =
                MappingFields.of(tree, "decay", findings, List.of("half-life", "linear", "step", "every"));
        if (fields == null) {
            return null;
        }
        long forms = List.of("half-life", "linear", "step").stream()
                .filter(fields::has)
                .count();
        if (forms != 1) {
            findings.problem(fields.at(), FORMS + (forms == 0 ? "" : ", not several at once"));
            return null;
        }
        return fields.has("step") ? step(fields) : smooth(fields);
    }

    private @Nullable Decay smooth(MappingFields fields) {
        fields.refuse(List.of("every"), "%s goes with step only");
        Long halfLife = fields.duration("half-life");
        if (halfLife != null) {
            fields.warnIfShort("half-life", halfLife);
            return new Decay.HalfLife(halfLife);
        }
        Long until = fields.duration("linear");
        return until == null ? null : new Decay.Linear(until);
    }

    private @Nullable Decay step(MappingFields fields) {
        fields.need("every", "step needs every, the time after which points fade again: {step: 15%, every: 45d}");
        BigDecimal share = fields.share("step");
        Long every = fields.duration("every");
        return share == null || every == null ? null : new Decay.Step(share, every);
    }
}
