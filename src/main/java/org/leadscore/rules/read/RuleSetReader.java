package org.leadscore.rules.read;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.kind.TextKinds;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.rules.condition.Domains;
import org.leadscore.rules.condition.LeadValue;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.report.ReportReader;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.source.Sources;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads a whole rule file, from its tree to a rule set. */
public final class RuleSetReader {

    /** The key of the examples, which are read when the rules have been. */
    public static final String TESTS = "tests";

    private static final List<String> KEYS = List.of(
            "version",
            "timezone",
            "visit-gap",
            "lists",
            "sources",
            "suppress",
            "identities",
            "lookups",
            "definitions",
            "explicit",
            "implicit",
            "groups",
            "inactivity",
            "score",
            "buckets",
            "disqualify",
            "customers",
            "report",
            "interests",
            "acquisition",
            "stages",
            "grades",
            "segments",
            "hand-off",
            "actions",
            "accounts",
            "ledger",
            TESTS);

    /** The word for treating customers as everyone else. */
    public static final Map<String, Boolean> CUSTOMERS = Map.of("keep", true);

    /** The visit gap of a file that gives none, in milliseconds. */
    private static final long USUAL_GAP = 30 * 60_000L;

    /**
     * The result of reading.
     *
     * @param rules only to be run when nothing was reported
     * @param areSourcesSound whether nothing was reported of the keys that say where the data is
     * @param unreadable keys under which something could not be read, so that not all names are known
     */
    public record Outcome(RuleSet rules, boolean areSourcesSound, Set<String> unreadable) {}

    /** The keys of lists whose items have names. */
    private static final List<String> NAMING =
            List.of("explicit", "implicit", "buckets", "interests", "stages", "segments", "actions");

    /** The keys of other parts that examples ask for. */
    private static final List<String> PARTS = List.of("acquisition", "grades", "hand-off");

    private RuleSetReader() {}

    /** Reads all keys of the file but the examples. */
    public static Outcome read(Mapping root, Findings findings) {
        MappingFields fields = MappingFields.of(root, "the rule file", findings, KEYS);
        if (fields == null) {
            throw new IllegalStateException("a mapping has fields");
        }
        refuseOtherVersions(fields, findings);
        ZoneDays named = SourceParts.zone(fields, findings);
        ZoneDays timezone = named == null ? new ZoneDays(ZoneOffset.UTC) : named;
        Long gap = fields.duration("visit-gap");

        TextKinds kinds = kinds(fields.tree("lists"), findings);
        LookupsReader lookups = new LookupsReader(findings, timezone, fields);
        TestReader tests = new TestReader(findings, TimeFormat.iso(timezone), kinds, lookups);
        ConditionReader conditions = new ConditionReader(findings, tests, new NamedConditions(findings, fields));
        CountReader counts = new CountReader(findings);
        GroupsReader groups = new GroupsReader(findings, fields);
        UniqueNames names = new UniqueNames("a rule", findings);
        ScaleReader scales = new ScaleReader(findings);

        int before = findings.problems().size();
        Sources sources = new SourcesReader(findings, conditions, timezone)
                .read(fields.tree("sources"), fields.tree("suppress"), fields.tree("identities"), lookups, fields.at());
        boolean sound = findings.problems().size() == before
                && fields.lacks(List.of("sources")) == (fields.tree("sources") == null)
                && fields.lacks(List.of("suppress")) == (fields.tree("suppress") == null)
                && fields.lacks(List.of("identities")) == (fields.tree("identities") == null)
                && fields.lacks(List.of("lookups")) == (fields.tree("lookups") == null);
        ExplicitRulesReader ofContacts = new ExplicitRulesReader(findings, conditions, tests, groups, names);
        List<ExplicitRule> explicit = ofContacts.read(fields.tree("explicit"));
        List<ImplicitRule> implicit =
                new ImplicitRulesReader(findings, conditions, counts, groups, names).read(fields.tree("implicit"));
        Scale scale = scales.scale(fields.tree("score"));
        List<Disqualifier> disqualifiers =
                new DisqualifyReader(findings, conditions, counts).read(fields.tree("disqualify"));
        List<Bucket> buckets = scales.buckets(fields.tree("buckets"), scale);
        Set<String> unreadable = new HashSet<>();
        NAMING.stream().filter(key -> !fields.areNamesKnown(key)).forEach(unreadable::add);
        PARTS.stream().filter(fields::has).forEach(unreadable::add); // of a part that was read nobody asks this
        LeadWords words = words(explicit, implicit, buckets, unreadable);
        FollowUp followUp = new FollowUpReader(findings, conditions).read(fields, words, kinds);
        warnIfEmpty(fields, findings);
        lookups.finish();
        List<Group> grouped = groups.finish();
        new RuleDoubts(findings, explicit, implicit).report(grouped, groups::at);
        RuleSet rules = new RuleSet(
                timezone,
                gap == null ? USUAL_GAP : gap,
                sources,
                explicit,
                ofContacts.learnAll(),
                implicit,
                grouped,
                scales.inactivity(fields.tree("inactivity")),
                scale,
                buckets,
                disqualifiers,
                fields.choice("customers", CUSTOMERS) != null,
                new ReportReader(findings, conditions::columns).read(fields.tree("report"), followUp.accounts()),
                followUp);
        return new Outcome(rules, sound, Set.copyOf(unreadable));
    }

    /** The values that can be asked of a lead in every file, with the names in this one. */
    private static LeadWords words(
            List<ExplicitRule> explicit, List<ImplicitRule> implicit, List<Bucket> buckets, Set<String> unreadable) {
        List<String> rules = Stream.concat(
                        explicit.stream().map(ExplicitRule::name),
                        implicit.stream().map(ImplicitRule::name))
                .toList();
        LeadWords words = LeadWords.none().with(LeadValue.STATUS, LeadValue.STATUSES);
        if (!unreadable.contains("explicit") && !unreadable.contains("implicit")) {
            words = words.with(LeadValue.RULES, rules);
        }
        return unreadable.contains("buckets")
                ? words
                : words.with(
                        LeadValue.BUCKET, buckets.stream().map(Bucket::name).toList());
    }

    private static void refuseOtherVersions(MappingFields fields, Findings findings) {
        Scalar version = fields.text("version");
        if (version != null && !version.text().equals("1")) {
            findings.problem(
                    version.at(), "version must be 1, the only one that this program reads, not " + version.found());
        }
    }

    private static void warnIfEmpty(MappingFields fields, Findings findings) {
        if (fields.lacks(List.of("explicit", "implicit"))) {
            findings.warning(fields.at(), "the file has no rules, so that every lead gets 0 points");
        }
    }

    private static TextKinds kinds(@Nullable YamlTree tree, Findings findings) {
        TextKinds kinds = TextKinds.shipped();
        List<String> extensible = TextKinds.extensible();
        List<String> known = new ArrayList<>(extensible);
        if (tree instanceof Mapping mapping) {
            mapping.entries().forEach((name, entry) -> {
                known.add(name); // of which LookupsReader reports those that it does not know
            });
        }
        MappingFields lists = tree == null ? null : MappingFields.of(tree, "lists", findings, known);
        if (lists == null) {
            return kinds;
        }
        for (String name : extensible) {
            YamlTree list = lists.tree(name);
            MappingFields fields = list == null ? null : MappingFields.of(list, name, findings, List.of("add"));
            if (fields != null) {
                fields.need("add", name + " needs add, the domains to add: {add: [mail.example]}");
                List<String> added = domains(fields.texts("add"), findings);
                kinds = added.isEmpty() ? kinds : kinds.with(name, added);
            }
        }
        return kinds;
    }

    private static List<String> domains(List<Scalar> added, Findings findings) {
        for (Scalar domain : added) {
            if (!TextKinds.isMailDomain(domain.text())) {
                String host = Domains.host(domain.text().replaceFirst("^\\s*(\\*?\\.|@)", ""));
                findings.problem(
                        domain.at(),
                        "add must have domains such as mail.example, not " + domain.found()
                                + (TextKinds.isMailDomain(host) ? Nearest.question(host) : ""));
            }
        }
        return added.stream().map(Scalar::text).toList();
    }
}
