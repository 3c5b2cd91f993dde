package org.leadscore.rules.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;

/** Reads the key {@code disqualify}. */
final class DisqualifyReader {

    private final Findings findings;
    private final ConditionReader conditions;
    private final CountReader counts;

    DisqualifyReader(Findings findings, ConditionReader conditions, CountReader counts) {
        this.findings = findings;
        this.conditions = conditions;
        this.counts = counts;
    }

    List<Disqualifier> read(@Nullable YamlTree tree) {
        UniqueNames names = new UniqueNames("a disqualification", findings);
        List<Disqualifier> found = new ArrayList<>();
        for (YamlTree item :
                Lists.items(tree, "disqualify", "entries such as {name: Left us, did: unsubscribe}", findings)) {
            MappingFields fields = MappingFields.of(
                    item, "a disqualification", findings, List.of("name", "when", "did", "count", "times", "within"));
            if (fields != null) {
                found.add(one(names.read(fields), fields));
            }
        }
        return found;
    }

    private Disqualifier one(String name, MappingFields fields) {
        if (fields.has("when") && fields.has("did")) {
            fields.refuse(List.of("did"), "when and %s cannot stand together; make two entries of them");
        } else if (fields.lacks(List.of("when", "did"))) {
            findings.problem(fields.at(), "the disqualification has no condition; add when or did");
        }
        YamlTree when = fields.tree("when");
        if (when != null) {
            fields.refuse(List.of("count", "times", "within"), "%s goes with did, not with when");
            return new Disqualifier.When(name, conditions.when(when, "when"));
        }
        YamlTree did = fields.tree("did");
        Condition condition = did == null ? ConditionReader.ALWAYS : conditions.did(did, "did");
        CountReader.Times times = counts.times(fields, TierReach.COUNTS);
        long within = Math.min(fields.within(), times.within());
        return new Disqualifier.Did(name, condition, counts.count(fields), within, times.range());
    }
}
