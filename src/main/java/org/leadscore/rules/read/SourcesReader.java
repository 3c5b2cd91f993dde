package org.leadscore.rules.read;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Location;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.source.Columns;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.ContactSource.Duplicates;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.EventName;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.IdentitySource;
import org.leadscore.rules.source.LeadKey;
import org.leadscore.rules.source.LeaveOut;
import org.leadscore.rules.source.ObjectionSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.SourceFiles;
import org.leadscore.rules.source.Sources;
import org.leadscore.rules.source.TimeColumns;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the keys {@code sources}, {@code suppress} and {@code identities}. */
public final class SourcesReader {

    private static final List<String> OF_ALL = Stream.of(
                    List.of("path", "lead"), LookupsReader.OF_TABLE, List.of("expect", "leave-out"))
            .flatMap(List::stream)
            .toList();
    private static final List<String> OF_CONTACTS = with(OF_ALL, "since", "duplicates");
    private static final List<String> OF_EVENTS = with(OF_ALL, "name", "time", "event", "key", "duplicates");
    private static final List<String> OF_OUTCOMES = with(OF_ALL, "time", "won");

    private static final List<String> OF_OBJECTIONS =
            OF_ALL.stream().filter(key -> !key.equals("expect")).toList();

    private static final List<String> OF_LINKS = Stream.concat(
                    Stream.of("log", "contacts", "from", "to", "split", "time"),
                    OF_ALL.stream().filter(key -> !key.equals("lead") && !key.equals("expect")))
            .toList();

    /** The keys of links that only a file of its own has. */
    private static final List<String> OF_LINK_FILES = OF_LINKS.subList(OF_LINKS.indexOf("time"), OF_LINKS.size());

    public static final Map<String, Duplicates> DUPLICATES =
            Map.of("first", Duplicates.FIRST, "last", Duplicates.LAST, "refuse", Duplicates.REFUSE);

    /** The words for the row that counts of those with the same key. */
    public static final Map<String, Boolean> KEYED = Map.of("newest", true);

    /** The words for whether the case of an id counts. */
    public static final Map<String, Boolean> CASES = Map.of("exact", true, "ignore", false);

    private static final Map<String, String> NOT_OF_CONTACTS = Stream.of("time", "event", "key")
            .collect(toMap(key -> key, key -> key + " belongs to events, not to contacts"));
    private static final Map<String, String> NOT_OF_EVENTS =
            Map.of("since", "since belongs to contacts, not to events");

    private static final String LEAVE_OUT = "leave-out";

    private final Findings findings;
    private final ConditionReader conditions;
    private final ZoneDays timezone;
    private final SourceParts parts;
    /** The cases of the ids of all sources read so far. */
    private final List<KeyCase> cases = new ArrayList<>();

    /** The case setting of one source's ids, and the place that says so. */
    private record KeyCase(boolean exact, Location at) {}

    SourcesReader(Findings findings, ConditionReader conditions, ZoneDays timezone) {
        this.findings = findings;
        this.conditions = conditions;
        this.timezone = timezone;
        this.parts = new SourceParts(findings, timezone);
    }

    /**
     * Reads all sources.
     *
     * @param suppress the value of that key of the file, which stands beside the sources
     * @param identities likewise
     * @param lookups reads what gives contacts more columns; has read the lists
     */
    Sources read(
            @Nullable YamlTree tree,
            @Nullable YamlTree suppress,
            @Nullable YamlTree identities,
            LookupsReader lookups,
            Location start) {
        lookups.leaveOut(this::leaveOut);
        MappingFields fields = tree == null
                ? null
                : MappingFields.of(tree, "sources", findings, List.of("contacts", "events", "outcomes"));
        ObjectionSource objections = suppress == null ? null : objections(suppress);
        if (fields == null) {
            List<EventSource> logs = List.of(usualLog(start));
            lookups.refuseWithoutContacts();
            return new Sources(null, logs, null, objections, identities(identities, null, logs), lookups.lists());
        }
        YamlTree contacts = fields.tree("contacts");
        YamlTree outcomes = fields.tree("outcomes");
        ContactSource list = contacts == null ? null : contacts(contacts, lookups);
        if (contacts == null) {
            lookups.refuseWithoutContacts();
        }
        List<EventSource> logs = events(fields.tree("events"), fields.at());
        Sources sources = new Sources(
                list,
                logs,
                outcomes == null ? null : outcomes(outcomes),
                objections,
                identities(identities, list, logs),
                lookups.lists());
        refuseMixedCase();
        refuseRowNumbers(sources);
        return sources;
    }

    private Dialect dialect(MappingFields fields) {
        return parts.dialect(fields).leavingOut(leaveOut(fields));
    }

    /** Reads the condition on rows that do not count; null where there is none. */
    private @Nullable LeaveOut leaveOut(MappingFields fields) {
        YamlTree tree = fields.tree(LEAVE_OUT);
        return tree == null ? null : new LeaveOut(still(conditions.when(tree, LEAVE_OUT)));
    }

    /** Reports tests that compare with the as-of time: a row is left out at every moment, or at none. */
    private Condition still(Condition condition) {
        if (condition instanceof Condition.Is is && LeaveOut.moves(is.test())) {
            findings.problem(
                    is.field().at(),
                    "leave-out cannot count back or forth from the as-of time; write a date such as 2026-01-31");
        }
        condition.parts().forEach(this::still);
        return condition;
    }

    private @Nullable ContactSource contacts(YamlTree tree, LookupsReader lookups) {
        MappingFields fields = MappingFields.of(tree, "contacts", findings, OF_CONTACTS, NOT_OF_CONTACTS);
        if (fields == null) {
            return null;
        }
        Duplicates duplicates = fields.choice("duplicates", DUPLICATES);
        LeadKey lead = key(fields, true);
        Dialect dialect = parts.withConstantTime(
                fields, "since", dialect(fields).withLookups(lookups.lookups(lead.exact(), this::leaveOut)));
        TimeColumns since = fields.has("since") ? parts.time(fields, "since", dialect) : null;
        return new ContactSource(
                parts.files(fields),
                dialect.knownBy(all(lead.fields(), fields(since))),
                lead,
                since,
                duplicates == null ? Duplicates.FIRST : duplicates,
                parts.expect(fields, false));
    }

    private List<EventSource> events(@Nullable YamlTree tree, Location start) {
        if (tree == null) {
            return List.of(usualLog(start));
        }
        boolean single = tree instanceof Mapping;
        List<YamlTree> items = single
                ? List.of(tree)
                : Lists.items(tree, "events", "logs such as {name: web, path: web.csv}", findings);
        UniqueNames names = new UniqueNames("a log", findings);
        List<EventSource> logs = new ArrayList<>();
        for (YamlTree item : items) {
            MappingFields fields = MappingFields.of(item, "a log of events", findings, OF_EVENTS, NOT_OF_EVENTS);
            if (fields != null) {
                if (items.size() > 1) {
                    fields.need("name", "a log needs a name where there are several");
                }
                logs.add(log(fields, fields.has("name") ? names.take(fields.text("name")) : "events"));
            }
        }
        return logs;
    }

    private EventSource log(MappingFields fields, String name) {
        LeadKey.Named lead = namedLead(fields);
        EventName event = event(fields);
        Dialect plain = parts.withConstantTime(fields, "time", parts.dialect(fields));
        YamlTree leaveOut = fields.tree(LEAVE_OUT);
        Condition left = leaveOut == null ? null : still(conditions.did(leaveOut, LEAVE_OUT));
        Dialect dialect = left == null ? plain : plain.leavingOut(LeaveOut.ofLog(left, plain, name, event));
        TimeColumns time =
                fields.has("time") ? parts.time(fields, "time", dialect) : TimeColumns.usual(fields.at(), timezone);
        List<Field> key =
                fields.texts("key").stream().map(ConditionReader::column).toList();
        boolean newest = fields.choice("duplicates", KEYED) != null;
        if (fields.has("duplicates") && fields.lacks(List.of("key"))) {
            findings.problem(
                    fields.keyAt("duplicates"),
                    "duplicates needs key, the columns that say which rows are about the same: key: order_id");
        }
        return new EventSource(
                name,
                parts.files(fields),
                dialect.knownBy(all(lead.fields(), all(fields(time), event.fields()))),
                lead,
                time,
                event,
                key,
                parts.expect(fields, true),
                newest);
    }

    private EventName event(MappingFields fields) {
        YamlTree tree = fields.tree("event");
        if (tree instanceof Mapping) {
            MappingFields event = MappingFields.of(tree, "event", findings, List.of("constant", "column"));
            Scalar constant = event == null ? null : event.text("constant");
            Scalar column = event == null ? null : event.text("column");
            boolean hasBoth = event != null && event.has("constant") && event.has("column");
            if (event != null && (hasBoth || event.lacks(List.of("constant", "column")))) {
                findings.problem(
                        event.at(), "event must be a column, {column: event}, or one name, {constant: email_open}");
            }
            return constant != null ? new EventName.Constant(constant.text()) : named(column, fields);
        }
        return named(fields.text("event"), fields);
    }

    private static EventName named(@Nullable Scalar column, MappingFields log) {
        return column == null
                ? EventName.FromColumn.usual(log.at())
                : new EventName.FromColumn(ConditionReader.column(column));
    }

    private @Nullable OutcomeSource outcomes(YamlTree tree) {
        MappingFields fields = MappingFields.of(tree, "outcomes", findings, OF_OUTCOMES);
        if (fields == null) {
            return null;
        }
        YamlTree won = fields.tree("won");
        Dialect dialect = parts.withConstantTime(fields, "time", dialect(fields));
        LeadKey lead = key(fields, true);
        TimeColumns time = fields.has("time") ? parts.time(fields, "time", dialect) : null;
        return new OutcomeSource(
                parts.files(fields),
                dialect.knownBy(all(lead.fields(), fields(time))),
                lead,
                time,
                won == null ? null : conditions.when(won, "won"),
                parts.expect(fields, false));
    }

    private @Nullable ObjectionSource objections(YamlTree tree) {
        MappingFields fields = MappingFields.of(tree, "suppress", findings, OF_OBJECTIONS);
        if (fields == null) {
            return null;
        }
        fields.need(
                "path", "suppress needs a path, the file of those who objected: {path: objections.csv, lead: email}");
        LeadKey.Named lead = namedLead(fields);
        return new ObjectionSource(parts.files(fields), dialect(fields).knownBy(lead.fields()), lead);
    }

    private List<IdentitySource> identities(
            @Nullable YamlTree tree, @Nullable ContactSource list, List<EventSource> logs) {
        List<YamlTree> items = tree instanceof Mapping
                ? List.of(tree)
                : Lists.items(tree, "identities", "links such as {log: web, from: visitor, to: user}", findings);
        List<IdentitySource> found = new ArrayList<>();
        for (YamlTree item : items) {
            MappingFields fields = MappingFields.of(item, "an entry of identities", findings, OF_LINKS);
            IdentitySource source = fields == null ? null : identity(fields, list, logs);
            if (source != null) {
                found.add(source);
            }
        }
        return found;
    }

    private @Nullable IdentitySource identity(
            MappingFields fields, @Nullable ContactSource list, List<EventSource> logs) {
        long forms = Stream.of("log", "path", "contacts").filter(fields::has).count();
        if (forms > 1 || fields.lacks(List.of("log", "path", "contacts"))) {
            findings.problem(
                    fields.at(),
                    "an entry of identities has one of log, path and contacts: {log: web, from: visitor, to: user}");
            return null;
        }
        fields.need("from", "an entry of identities needs from, the column of the id that leads on: from: visitor");
        Scalar split = fields.text("split");
        IdentitySource.Ends ends = new IdentitySource.Ends(
                columns(fields, "from"), split == null ? "" : split.text(), columns(fields, "to"));
        if (fields.has("contacts")) {
            fields.choice("contacts", Map.of("true", true));
            fields.refuse(List.of("to"), "%s cannot stand beside contacts: from leads to the lead of its row");
            fields.refuse(OF_LINK_FILES, "%s belongs to a path of its own, not to contacts");
            if (list == null || !list.lead().choose(named -> true, rowNumber -> false)) {
                findings.problem(
                        fields.keyAt("contacts"),
                        "identities from contacts need sources: contacts with a column that identifies the lead");
            }
            return new IdentitySource.InContacts(ends);
        }
        fields.need("to", "an entry of identities needs to, the column of the id that from leads to: to: user");
        if (fields.has("log")) {
            fields.refuse(OF_LINK_FILES, "%s belongs to a path of its own; a link of a log is read as the log is");
            return inLog(fields.text("log"), ends, logs);
        }
        Dialect dialect = parts.withConstantTime(fields, "time", dialect(fields));
        TimeColumns time = fields.has("time") ? parts.time(fields, "time", dialect) : null;
        return new IdentitySource.InFile(
                parts.files(fields), dialect.knownBy(all(ends.fields(), fields(time))), ends, time);
    }

    private static List<Field> fields(@Nullable TimeColumns time) {
        return time == null ? List.of() : time.columns().fields();
    }

    private static List<Field> all(List<Field> some, List<Field> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private @Nullable IdentitySource inLog(@Nullable Scalar name, IdentitySource.Ends ends, List<EventSource> logs) {
        if (name == null) {
            return null;
        }
        for (EventSource log : logs) {
            if (Text.fold(log.name()).equals(Text.fold(name.text()))) {
                return new IdentitySource.InLog(log.name(), ends);
            }
        }
        List<String> known = logs.stream().map(EventSource::name).toList();
        findings.problem(
                name.at(),
                "there is no log '" + name.text() + "'"
                        + Nearest.hint(name.text(), known, "; the logs are " + String.join(", ", known)));
        return null;
    }

    private static List<Field> columns(MappingFields fields, String key) {
        return fields.texts(key).stream().map(ConditionReader::column).toList();
    }

    /**
     * Reports objections to contacts without ids: a row has another number in another file, so that nobody could be
     * told from anybody.
     */
    private void refuseRowNumbers(Sources sources) {
        ObjectionSource objections = sources.objections();
        if (objections != null && !sources.haveIds()) {
            findings.problem(
                    objections.files().at(),
                    "suppress cannot tell who objected, as the contacts name leads by row-number; name the column that holds the lead");
        }
    }

    /** Reads the key of a source that a row's number cannot identify; reports such a key. */
    private LeadKey.Named namedLead(MappingFields fields) {
        return key(fields, false).choose(named -> named, rowNumber -> LeadKey.Named.usual(fields.at(), false));
    }

    private LeadKey key(MappingFields fields, boolean rowNumbers) {
        YamlTree tree = fields.tree("lead");
        if (tree == null) {
            if (!fields.has("lead")) {
                cases.add(new KeyCase(false, fields.at()));
            }
            return LeadKey.Named.usual(fields.at(), false);
        }
        if (!(tree instanceof Mapping)) {
            cases.add(new KeyCase(false, tree.at()));
            return new LeadKey.Named(parts.columns(fields.texts("lead"), tree.at()), false, false);
        }
        MappingFields lead = MappingFields.of(
                tree, "lead", findings, List.of("column", "columns", "first-of", "case", "row-number"));
        if (lead == null) {
            return new LeadKey.RowNumber();
        }
        if (lead.has("row-number")) {
            return rowNumber(lead, rowNumbers);
        }
        Boolean exact = lead.choice("case", CASES);
        cases.add(new KeyCase(exact != null && exact, lead.at("case")));
        boolean takesFirst = lead.has("first-of");
        if (takesFirst) {
            lead.refuse(List.of("column", "columns"), "%s cannot stand beside first-of");
        }
        Columns columns = takesFirst
                ? parts.columns(lead.texts("first-of"), lead.at("first-of"))
                : parts.columns(lead, "lead", "email");
        return new LeadKey.Named(columns, exact != null && exact, exact != null, takesFirst);
    }

    private LeadKey rowNumber(MappingFields lead, boolean allowed) {
        lead.refuse(List.of("column", "columns", "first-of", "case"), "%s cannot stand beside row-number");
        lead.choice("row-number", Map.of("true", true));
        if (!allowed) {
            findings.problem(
                    lead.keyAt("row-number"),
                    "only contacts and outcomes can name a lead by row-number; name the column that holds the lead");
        }
        return new LeadKey.RowNumber();
    }

    private void refuseMixedCase() {
        if (cases.stream().noneMatch(KeyCase::exact)) {
            return;
        }
        cases.stream()
                .filter(each -> !each.exact())
                .forEach(each -> findings.problem(
                        each.at(),
                        "another source has lead with case: exact; leads can only be matched when all sources say so"));
    }

    /** A log of which the command line may name the file; ids compare as the contact list says. */
    private EventSource usualLog(Location at) {
        boolean exact = cases.stream().anyMatch(KeyCase::exact);
        return EventSource.usual(new SourceFiles(List.of(), false, at), exact, timezone);
    }

    private static List<String> with(List<String> keys, String... more) {
        return Stream.concat(keys.stream(), Stream.of(more)).toList();
    }
}
