package org.leadscore.rules.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.kind.TextKinds;
import org.leadscore.lead.Text;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Location;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.NamedList;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.made.LookupKey;
import org.leadscore.rules.made.LookupTable;
import org.leadscore.rules.source.ContactSource.Duplicates;
import org.leadscore.rules.source.LeaveOut;
import org.leadscore.rules.source.ListSource;
import org.leadscore.rules.source.LookupSource;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/**
 * Reads the key {@code lookups}, and of the key {@code lists} the lists that stand in files; {@link RuleSetReader} reads the
 * others. Finds lists by their names, and knows which of them nobody asked for.
 */
public final class LookupsReader {

    /** The keys that say how the table of a lookup or a list is written. */
    public static final List<String> OF_TABLE = List.of(
            "member",
            "sheet",
            "dates",
            "delimiter",
            "encoding",
            "skip",
            "ragged",
            "escape",
            "quote",
            "header",
            "section",
            "guard",
            "growing",
            "columns",
            "nothing",
            "decimal",
            "thousands",
            "language");

    /** The words for whether the case of a key counts, where it is no domain. */
    public static final Map<String, LookupKey> CASES = Map.of("exact", LookupKey.EXACT, "ignore", LookupKey.TEXT);

    /** The names that a lookup may not have: before a dot they mean something else. */
    public static final List<String> TAKEN = List.of("column", "score", "interest", "account", "time");

    private static final List<String> OF_LOOKUP = Stream.concat(
                    Stream.of("name", "path", "key", "by", "case", "duplicates", "leave-out"), OF_TABLE.stream())
            .toList();
    private static final List<String> OF_LIST = Stream.concat(
                    Stream.of("path", "column", "leave-out"), OF_TABLE.stream())
            .toList();

    private final Findings findings;
    private final SourceParts parts;
    private final MappingFields file;
    private final Map<String, ListSource> lists = new LinkedHashMap<>(); // by name
    private final Map<String, MappingFields> keys = new LinkedHashMap<>(); // of the lists, by name
    private final Map<String, Location> unused = new LinkedHashMap<>(); // lists that nobody asked for yet
    private final Set<String> unreadable = new HashSet<>(); // names of lists with mistakes of their own

    /**
     * Reads the lists.
     *
     * @param file the keys of the rule file
     */
    LookupsReader(Findings findings, ZoneDays timezone, MappingFields file) {
        this.findings = findings;
        this.parts = new SourceParts(findings, timezone);
        this.file = file;
        if (file.tree("lists") instanceof Mapping mapping) {
            mapping.entries().forEach((name, entry) -> {
                if (!TextKinds.extensible().contains(name)) {
                    list(name, entry);
                }
            });
        }
    }

    /** True for a list that is meant to be added to one that ships with the program. */
    private static boolean isAdded(YamlTree value) {
        return value instanceof Mapping mapping
                && mapping.entries().containsKey("add")
                && !mapping.entries().containsKey("path");
    }

    private void list(String name, Entry entry) {
        int before = findings.problems().size();
        if (isAdded(entry.value())) {
            List<String> known = TextKinds.extensible();
            String others = "; these are " + String.join(" and ", known)
                    + ", and a list of your own stands in a file: {path: abm.csv, column: domain}";
            findings.problem(
                    entry.keyAt(), "there is no list '" + name + "' to add to" + Nearest.hint(name, known, others));
            unreadable.add(name);
            return;
        }
        MappingFields fields = MappingFields.of(entry.value(), "the list " + name, findings, OF_LIST);
        if (fields == null) {
            return;
        }
        if (Text.isBlank(name)) {
            findings.problem(entry.keyAt(), "lists needs the name of a list before ':'");
        }
        fields.need("path", "a list needs a path, the file that it stands in: {path: abm.csv, column: domain}");
        fields.need("column", "a list needs the column of its values: {path: abm.csv, column: domain}");
        Scalar column = fields.text("column");
        Field values = column == null ? Field.column("", entry.keyAt()) : ConditionReader.column(column);
        ListSource source = new ListSource(
                parts.files(fields), parts.dialect(fields).knownBy(List.of(values)), values, new NamedList(name));
        if (findings.problems().size() > before || fields.tree("path") == null || column == null) {
            unreadable.add(name);
            return;
        }
        lists.put(name, source);
        keys.put(name, fields);
        unused.put(name, entry.keyAt());
    }

    /**
     * Reads which rows of the lists do not count. To be called once, when conditions can be read, as those may ask for lists.
     *
     * @param leaveOut reads the condition of one list
     */
    void leaveOut(Function<MappingFields, @Nullable LeaveOut> leaveOut) {
        keys.forEach((name, fields) -> {
            LeaveOut rows = leaveOut.apply(fields);
            if (rows != null) {
                refuseLists(rows.condition());
                lists.computeIfPresent(
                        name,
                        (any, list) -> new ListSource(
                                list.files(), list.dialect().leavingOut(rows), list.column(), list.list()));
            }
        });
    }

    /** Reports tests that ask for lists, which are not read yet when one of them is. */
    private void refuseLists(Condition condition) {
        if (condition instanceof Condition.Is is && asksForLists(is.test())) {
            findings.problem(is.field().at(), "leave-out of a list cannot ask for lists, which are read together");
        }
        condition.parts().forEach(this::refuseLists);
    }

    private static boolean asksForLists(Test test) {
        return test instanceof Test.InList
                || test instanceof Test.NotInList
                || test instanceof Test.AtListedDomain
                || test.parts().stream().anyMatch(LookupsReader::asksForLists);
    }

    /** The lists that stand in files. */
    List<ListSource> lists() {
        return List.copyOf(lists.values());
    }

    /** The list of that name; none, which is reported, when there is no such list. */
    Stream<NamedList> find(Scalar name) {
        String text = Text.strip(name.text());
        ListSource found = lists.get(text);
        if (found != null) {
            unused.remove(text);
            return Stream.of(found.list());
        }
        if (!unreadable.contains(text)) {
            List<String> known = List.copyOf(lists.keySet());
            String others = known.isEmpty()
                    ? "; write lists: {" + text + ": {path: FILE.csv, column: NAME}} at the top of the file"
                    : "; the lists are " + String.join(", ", known);
            findings.problem(name.at(), "there is no list '" + text + "'" + Nearest.hint(text, known, others));
        }
        return Stream.empty();
    }

    /** Warns of lists that nobody asked for; to be called when all conditions have been read. */
    void finish() {
        unused.forEach((name, at) -> findings.warning(at, "no condition asks for the list '" + name + "'"));
    }

    /**
     * Reads the lookups.
     *
     * @param exact whether the case of leads' ids counts, and so that of keys that say nothing of it
     */
    List<LookupSource> lookups(boolean exact, Function<MappingFields, @Nullable LeaveOut> leaveOut) {
        YamlTree tree = file.tree("lookups");
        List<YamlTree> items = tree instanceof Mapping
                ? List.of(tree)
                : Lists.items(
                        tree,
                        "lookups",
                        "tables such as {name: company, path: c.csv, key: domain, by: domain}",
                        findings);
        UniqueNames names = new UniqueNames("a lookup", findings);
        List<LookupSource> found = new ArrayList<>();
        for (YamlTree item : items) {
            MappingFields fields = MappingFields.of(item, "a lookup", findings, OF_LOOKUP);
            LookupSource source = fields == null ? null : lookup(fields, names, exact, leaveOut.apply(fields));
            if (source != null) {
                found.add(source);
            }
        }
        return found;
    }

    /** Reports lookups of a file without a contact list. */
    void refuseWithoutContacts() {
        if (file.tree("lookups") != null) {
            findings.problem(file.keyAt("lookups"), "lookups give contacts more columns, and need sources: contacts");
        }
    }

    private @Nullable LookupSource lookup(
            MappingFields fields, UniqueNames names, boolean exact, @Nullable LeaveOut leaveOut) {
        int before = findings.problems().size();
        String name = names.read(fields);
        refuseName(fields, name);
        fields.need("path", "a lookup needs a path, the file of its table: path: companies.csv");
        fields.need("key", "a lookup needs key, the column of the file by which its rows are found: key: domain");
        fields.need(
                "by", "a lookup needs by, the contacts' column that has the key: by: email, or by: {domain: email}");
        Scalar key = fields.text("key");
        Duplicates duplicates = fields.choice("duplicates", SourcesReader.DUPLICATES);
        LookupKey given = fields.choice("case", CASES);
        YamlTree tree = fields.tree("by");
        boolean isDomain = tree instanceof Mapping;
        Scalar by = tree instanceof Mapping domain ? domain(domain, fields) : fields.text("by");
        LookupKey form = isDomain ? LookupKey.DOMAIN : given != null ? given : exact ? LookupKey.EXACT : LookupKey.TEXT;
        Field keyed = key == null ? Field.column("", fields.at()) : ConditionReader.column(key);
        LookupSource source = new LookupSource(
                name,
                parts.files(fields),
                parts.dialect(fields).leavingOut(leaveOut).knownBy(List.of(keyed)),
                keyed,
                by == null ? Field.column("", fields.at()) : ConditionReader.column(by),
                duplicates == null ? Duplicates.REFUSE : duplicates,
                new LookupTable(form));
        boolean isSound = findings.problems().size() == before && fields.tree("path") != null;
        return isSound && key != null && by != null ? source : null;
    }

    private @Nullable Scalar domain(YamlTree tree, MappingFields fields) {
        MappingFields by = MappingFields.of(tree, "by", findings, List.of("domain"));
        if (by == null) {
            return null;
        }
        by.need("domain", "by needs a column, or the domain of one: {domain: email}");
        fields.refuse(List.of("case"), "%s has no meaning beside by: {domain: ...}; domains have no case");
        return by.text("domain");
    }

    private void refuseName(MappingFields fields, String name) {
        if (name.indexOf('.') >= 0) {
            findings.problem(
                    fields.at("name"),
                    "the name of a lookup has no dot, which parts it from those of its columns, not '" + name + "'");
        }
        if (TAKEN.contains(Text.fold(name))) {
            findings.problem(
                    fields.at("name"),
                    "a lookup cannot be called '" + name + "', as " + name
                            + ". has a meaning of its own; give it another name");
        }
    }
}
