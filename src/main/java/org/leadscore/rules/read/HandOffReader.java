package org.leadscore.rules.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.next.HandOff;
import org.leadscore.rules.next.HandOff.Assignee;
import org.leadscore.rules.yaml.FileNames;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;

/** Reads the key {@code hand-off}. */
final class HandOffReader {

    private final Findings findings;
    private final ConditionReader conditions;

    HandOffReader(Findings findings, ConditionReader conditions) {
        this.findings = findings;
        this.conditions = conditions;
    }

    @Nullable
    HandOff read(@Nullable YamlTree tree, LeadWords words) {
        MappingFields fields = tree == null
                ? null
                : MappingFields.of(tree, "hand-off", findings, List.of("when", "capacity", "again-after", "assign"));
        if (fields == null) {
            return null;
        }
        fields.need("when", "hand-off has no condition; add when, such as when: {bucket: hot}");
        YamlTree when = fields.tree("when");
        Long againAfter = fields.duration("again-after");
        return new HandOff(
                when == null ? ConditionReader.ALWAYS : conditions.lead(when, "when", words),
                capacity(fields),
                againAfter == null ? 0 : againAfter,
                assign(fields.tree("assign"), words));
    }

    private List<Assignee> assign(@Nullable YamlTree tree, LeadWords words) {
        UniqueNames names = new UniqueNames("an assignee", findings);
        FileNames files = new FileNames("an assignee", findings);
        List<Assignee> assignees = new ArrayList<>();
        boolean taken = false;
        String form = "people such as {to: ana, when: {country: ES}, capacity: 20}";
        for (YamlTree item : Lists.items(tree, "assign", form, findings)) {
            MappingFields fields = MappingFields.of(item, "an assignee", findings, List.of("to", "when", "capacity"));
            if (fields == null) {
                continue;
            }
            if (taken) {
                findings.problem(
                        fields.at(),
                        "nobody comes to this one, as one above takes every lead without a limit; put that one last");
            }
            fields.need("to", "an assignee needs to, the name of who gets the leads");
            String to = names.take(fields.text("to"));
            files.take(to, fields.at("to"));
            YamlTree when = fields.tree("when");
            assignees.add(
                    new Assignee(to, when == null ? null : conditions.lead(when, "when", words), capacity(fields)));
            taken |= fields.lacks(List.of("when", "capacity"));
        }
        return assignees;
    }

    private static long capacity(MappingFields fields) {
        Integer capacity = fields.whole("capacity", 0, Integer.MAX_VALUE);
        return capacity == null ? HandOff.UNLIMITED : capacity;
    }
}
