package org.leadscore.rules.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.kind.TextKinds;
import org.leadscore.lead.Points;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.LeadValue;
import org.leadscore.rules.next.Acquisition;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.Grades;
import org.leadscore.rules.next.Grades.Grade;
import org.leadscore.rules.next.Interest;
import org.leadscore.rules.next.Segment;
import org.leadscore.rules.next.Stage;
import org.leadscore.rules.yaml.Durations;
import org.leadscore.rules.yaml.FileNames;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the keys about what happens after the score. */
final class FollowUpReader {

    /** The key of how long the ledger keeps its entries. */
    static final String LEDGER = "ledger";

    private static final String KEEP = "keep";

    /** The shortest time for which the ledger may keep: every entry of the day of a run, however long that day is. */
    private static final long SHORTEST_KEPT = 2 * 86_400_000L;

    static final List<String> KEYS =
            List.of("interests", "acquisition", "stages", "grades", "segments", "hand-off", "actions", "accounts");

    private final Findings findings;
    private final ConditionReader conditions;

    FollowUpReader(Findings findings, ConditionReader conditions) {
        this.findings = findings;
        this.conditions = conditions;
    }

    /**
     * Reads all of these keys. Also reads the definitions that no rule used, when it is known what they may ask.
     *
     * @param words the names of the rules, buckets and statuses
     */
    FollowUp read(MappingFields file, LeadWords words, TextKinds kinds) {
        List<Interest> interests = new InterestsReader(findings, conditions).read(file.tree("interests"));
        Acquisition acquisition = acquisition(file.tree("acquisition"));
        LeadWords known = words;
        if (file.has("interests")) {
            known = file.areNamesKnown("interests")
                    ? known.with(
                            LeadValue.INTEREST,
                            interests.stream().map(Interest::name).toList())
                    : known.with(LeadValue.INTEREST);
        }
        if (file.has("acquisition")) {
            known = known.with(LeadValue.SOURCE);
        }
        LeadWords ofStages = known.without(
                LeadValue.STAGE, "a stage cannot ask for the stage, which is only found by its conditions");
        List<Stage> stages = stages(file.tree("stages"), ofStages);
        if (file.has("stages")) {
            known = file.areNamesKnown("stages")
                    ? known.with(
                            LeadValue.STAGE, stages.stream().map(Stage::name).toList())
                    : known.with(LeadValue.STAGE);
        }
        FollowUp followUp = new FollowUp(
                interests,
                acquisition,
                stages,
                grades(file.tree("grades")),
                segments(file.tree("segments"), known),
                new HandOffReader(findings, conditions).read(file.tree("hand-off"), known),
                new ActionsReader(findings, conditions).read(file.tree("actions"), known),
                new AccountsReader(findings, conditions, kinds).read(file.tree("accounts")),
                0);
        followUp = followUp.keeping(ledgerKeep(file, followUp));
        conditions.finish(file.hasAny(KEYS) ? known : null);
        return followUp;
    }

    /** Reads for how long the ledger keeps its entries, which must be at least as long as any of them is waited for. */
    private long ledgerKeep(MappingFields file, FollowUp followUp) {
        YamlTree tree = file.tree(LEDGER);
        MappingFields fields = tree == null ? null : MappingFields.of(tree, LEDGER, findings, List.of(KEEP));
        if (fields == null) {
            return 0;
        }
        fields.need(KEEP, "ledger needs keep, how long its entries are kept, such as {keep: 400d}");
        Long keep = fields.duration(KEEP);
        YamlTree written = fields.tree(KEEP);
        if (keep == null || written == null) {
            return 0;
        }
        long longest = followUp.longestAgainAfter();
        if (keep < longest) {
            findings.problem(
                    written.at(),
                    "keep must be at least as long as the longest again-after, %s, or else leads would be handed over"
                                    .formatted(Durations.format(longest))
                            + " or get an action again too early; found " + written.found());
        } else if (keep < SHORTEST_KEPT) {
            findings.problem(
                    written.at(),
                    "keep must be at least 2d, so that a second run of a day knows what the first one did; found "
                            + written.found());
        }
        if (!file.has("hand-off") && !file.has("actions")) {
            findings.warning(fields.at(), "ledger has nothing to keep: the file has neither hand-off nor actions");
        }
        return keep;
    }

    private @Nullable Acquisition acquisition(@Nullable YamlTree tree) {
        if (tree == null) {
            return null;
        }
        String forms = "acquisition must be one of {field: original_source}, {first: channel} and {last: channel}";
        if (!(tree instanceof Mapping)) {
            if (!(tree instanceof Gap)) {
                findings.problem(tree.at(), forms + ", not " + tree.found());
            }
            return null;
        }
        List<String> known = List.of("field", "first", "last");
        MappingFields fields =
                MappingFields.of(tree, "acquisition", findings, List.of("field", "first", "last", "when"));
        if (fields == null) {
            return null;
        }
        if (known.stream().filter(fields::has).count() > 1 || fields.lacks(known)) {
            findings.problem(fields.at(), forms);
            return null;
        }
        if (fields.has("field")) {
            fields.refuse(List.of("when"), "%s asks for events, and stands beside first or last");
        }
        YamlTree asked = fields.tree("when");
        Condition when = asked == null ? ConditionReader.ALWAYS : conditions.did(asked, "when");
        Scalar field = fields.text("field");
        Scalar first = fields.text("first");
        Scalar last = fields.text("last");
        if (field != null) {
            return new Acquisition.OfContact(ConditionReader.column(field));
        }
        if (first != null) {
            return new Acquisition.OfEvents(ConditionReader.ofEvent(first), true, when);
        }
        return last == null ? null : new Acquisition.OfEvents(ConditionReader.ofEvent(last), false, when);
    }

    private List<Stage> stages(@Nullable YamlTree tree, LeadWords words) {
        UniqueNames names = new UniqueNames("a stage", findings);
        List<Stage> stages = new ArrayList<>();
        boolean taken = false;
        for (YamlTree item :
                Lists.items(tree, "stages", "stages such as {name: decision, when: {did: demo_request}}", findings)) {
            MappingFields fields = MappingFields.of(item, "a stage", findings, List.of("name", "when"));
            if (fields == null) {
                continue;
            }
            if (taken) {
                findings.problem(
                        fields.at(),
                        "this stage can never be reached, as one above it has no condition; put that one last");
            }
            String name = names.read(fields);
            YamlTree when = fields.tree("when");
            stages.add(new Stage(name, when == null ? null : conditions.lead(when, "when", words)));
            taken |= fields.lacks(List.of("when"));
        }
        return stages;
    }

    private @Nullable Grades grades(@Nullable YamlTree tree) {
        MappingFields fields =
                tree == null ? null : MappingFields.of(tree, "grades", findings, List.of("fit", "engagement"));
        if (fields == null) {
            return null;
        }
        fields.need("fit", "grades need fit, such as fit: {A: 30, B: 15, C: 5, D: 0}");
        fields.need("engagement", "grades need engagement, such as engagement: {1: 50, 2: 25, 3: 5, 4: 0}");
        List<Grade> fit = axis(fields.tree("fit"), "fit");
        List<Grade> engagement = axis(fields.tree("engagement"), "engagement");
        return fit.isEmpty() || engagement.isEmpty() ? null : new Grades(fit, engagement);
    }

    private List<Grade> axis(@Nullable YamlTree tree, String key) {
        List<Grade> grades = new ArrayList<>();
        if (!(tree instanceof Mapping mapping)) {
            if (tree != null) {
                findings.problem(
                        tree.at(),
                        "%s must be a mapping of grades to points, such as {A: 30, B: 15, C: 0}, not %s"
                                .formatted(key, tree.found()));
            }
            return grades;
        }
        if (mapping.entries().isEmpty()) {
            findings.problem(tree.at(), key + " must not be empty; write grades such as {A: 30, B: 15, C: 0}");
        }
        ScalarTypes values = new ScalarTypes(findings);
        mapping.entries().forEach((name, entry) -> {
            Long from = entry.value() instanceof Gap ? null : values.points(entry.value(), "the grade " + name);
            if (from != null) {
                refuseDisorder(name, from, grades, entry);
                grades.add(new Grade(name, from));
            }
        });
        return grades;
    }

    private void refuseDisorder(String name, long from, List<Grade> above, YamlTree.Entry entry) {
        Grade before = above.isEmpty() ? null : above.get(above.size() - 1);
        if (before != null && before.from() <= from) {
            findings.problem(
                    entry.value().at(),
                    "grades stand highest first, but %s begins at %s and %s before it at %s"
                            .formatted(name, points(from), before.name(), points(before.from())));
        }
    }

    private static String points(long millionths) {
        return Points.format(millionths, 6);
    }

    private List<Segment> segments(@Nullable YamlTree tree, LeadWords words) {
        UniqueNames names = new UniqueNames("a segment", findings);
        FileNames files = new FileNames("a segment", findings);
        List<Segment> segments = new ArrayList<>();
        String form = "segments such as {name: readers, when: {engagement: {at-least: 30}}}";
        for (YamlTree item : Lists.items(tree, "segments", form, findings)) {
            MappingFields fields = MappingFields.of(item, "a segment", findings, List.of("name", "when"));
            if (fields == null) {
                continue;
            }
            String name = names.read(fields);
            files.take(name, fields.at("name"));
            fields.need("when", "the segment has no condition; add when");
            YamlTree when = fields.tree("when");
            segments.add(
                    new Segment(name, when == null ? ConditionReader.ALWAYS : conditions.lead(when, "when", words)));
        }
        return segments;
    }
}
