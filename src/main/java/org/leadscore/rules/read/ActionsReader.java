package org.leadscore.rules.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.yaml.FileNames;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the key {@code actions}. */
final class ActionsReader {

    private final Findings findings;
    private final ScalarTypes values;
    private final ConditionReader conditions;

    ActionsReader(Findings findings, ConditionReader conditions) {
        this.findings = findings;
        this.values = new ScalarTypes(findings);
        this.conditions = conditions;
    }

    List<Action> read(@Nullable YamlTree tree, LeadWords words) {
        UniqueNames names = new UniqueNames("an action", findings);
        FileNames files = new FileNames("an action", findings);
        List<Action> actions = new ArrayList<>();
        boolean taken = false;
        String form = "actions such as {name: wake up, when: {bucket: cold}, campaign: COME-BACK}";
        for (YamlTree item : Lists.items(tree, "actions", form, findings)) {
            MappingFields fields = MappingFields.of(
                    item, "an action", findings, List.of("name", "when", "campaign", "offer", "again-after", "also"));
            if (fields == null) {
                continue;
            }
            Action action = action(names.read(fields), fields, words);
            files.take(action.name(), fields.at("name"));
            if (taken && !action.also()) {
                findings.problem(
                        fields.at(),
                        "this action can never be reached, as one above it has no condition; put that one last, or add also: true here");
            }
            taken |= fields.lacks(List.of("when")) && !action.also();
            actions.add(action);
        }
        return actions;
    }

    private Action action(String name, MappingFields fields, LeadWords words) {
        YamlTree when = fields.tree("when");
        YamlTree also = fields.tree("also");
        Boolean beside = also == null ? null : values.truth(also, "also");
        Long againAfter = fields.duration("again-after");
        return new Action(
                name,
                when == null ? null : conditions.lead(when, "when", words),
                textOf(fields.text("campaign")),
                textOf(fields.text("offer")),
                againAfter == null ? 0 : againAfter,
                also != null && (beside == null || beside));
    }

    private static String textOf(@Nullable Scalar scalar) {
        return scalar == null ? "" : Text.strip(scalar.text());
    }
}
