package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.rule.Decay;
import org.leadscore.rules.rule.Decay.Form;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Mapping;

/** Reads the key {@code decay}. */
public final class DecayReader {

    /** The time between two steps, beside {@code step}. */
    public static final String EVERY = "every";

    private static final List<Form> ALL = List.of(Form.values());
    private static final String FORMS = forms();

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
        List<String> known = ALL.stream().flatMap(form -> keys(form).stream()).toList();
        MappingFields fields = MappingFields.of(tree, "decay", findings, known);
        if (fields == null) {
            return null;
        }
        List<Form> there = ALL.stream().filter(form -> fields.has(form.word())).toList();
        if (there.size() > 1) {
            findings.problem(fields.at(), FORMS + ", not several at once");
            return null;
        }
        if (there.isEmpty()) {
            fields.need(ALL.get(0).word(), FORMS);
            return null;
        }
        Form form = there.get(0);
        if (!keys(form).contains(EVERY)) {
            fields.refuse(List.of(EVERY), "%s goes with step only");
        }
        return read(form, fields);
    }

    private @Nullable Decay read(Form form, MappingFields fields) {
        return switch (form) {
            case HALF_LIFE -> halfLife(fields, form.word());
            case LINEAR -> linear(fields, form.word());
            case STEP -> step(fields, form.word());
        };
    }

    private static @Nullable Decay halfLife(MappingFields fields, String key) {
        Long halfLife = fields.duration(key);
        if (halfLife == null) {
            return null;
        }
        fields.warnIfShort(key, halfLife);
        return new Decay.HalfLife(halfLife);
    }

    private static @Nullable Decay linear(MappingFields fields, String key) {
        Long until = fields.duration(key);
        return until == null ? null : new Decay.Linear(until);
    }

    private static @Nullable Decay step(MappingFields fields, String key) {
        fields.need(EVERY, "step needs every, the time after which points fade again: {step: 15%, every: 45d}");
        BigDecimal share = fields.share(key);
        Long every = fields.duration(EVERY);
        return share == null || every == null ? null : new Decay.Step(share, every);
    }

    /** The keys of a form, the one that tells it first. */
    public static List<String> keys(Form form) {
        return switch (form) {
            case HALF_LIFE, LINEAR -> List.of(form.word());
            case STEP -> List.of(form.word(), EVERY);
        };
    }

    private static String forms() {
        List<String> examples = ALL.stream().map(DecayReader::example).toList();
        int last = examples.size() - 1;
        return "decay must be one of " + String.join(", ", examples.subList(0, last)) + " and " + examples.get(last);
    }

    private static String example(Form form) {
        return switch (form) {
            case HALF_LIFE -> "{half-life: 30d}";
            case LINEAR -> "{linear: 90d}";
            case STEP -> "{step: 15%, every: 45d}";
        };
    }
}
