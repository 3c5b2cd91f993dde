package org.leadscore.rules.schema;

import static org.leadscore.rules.grammar.Shape.either;
import static org.leadscore.rules.grammar.Shape.named;
import static org.leadscore.rules.grammar.Shape.oneOf;

import java.util.Map;
import java.util.Set;
import org.leadscore.kind.TextKinds;
import org.leadscore.rules.columns.ColumnsReader;
import org.leadscore.rules.grammar.ScalarShapes;
import org.leadscore.rules.grammar.Shape;
import org.leadscore.rules.read.LookupsReader;
import org.leadscore.rules.read.SourceParts;
import org.leadscore.rules.read.SourcesReader;

/** The shapes of the keys that say where the data is. */
final class SchemaSources {

    private static final String LOG = "log";
    private static final String TIME = "time";
    private static final String COLUMNS = "columns";
    private static final String LEAD = "lead";
    private static final String LEAD_OR_ROW = "lead-or-row";
    private static final String LINKS = "links";
    private static final String LOOKUP = "lookup";

    private static final String DOMAIN = "^\\s*[^\\s/@*:?#]+\\s*$";

    private static final String LEAVE_OUT = "The rows that do not count, such as totals: a condition.";

    private SchemaSources() {}

    static void define(Map<String, Shape> definitions) {
        definitions.put(LOG, log());
        definitions.put(LINKS, links());
        definitions.put(LOOKUP, lookup());
        definitions.put(TIME, time());
        definitions.put(COLUMNS, columns());
        definitions.put(LEAD, lead(false));
        definitions.put(LEAD_OR_ROW, lead(true));
    }

    static Shape sources() {
        return Shape.mapping()
                .key("contacts", "The leads; without it, the leads are the ids of the events.", contacts())
                .key(
                        "events",
                        "The events of leads: a log, or a list of logs.",
                        either(named(LOG), Shape.listOf(named(LOG)).whereSeveralNeed("name")))
                .key(
                        "outcomes",
                        "Who became a customer, and when; customers are in no bucket and never handed over.",
                        outcomes());
    }

    static Shape suppress() {
        return dialect(inside(Shape.mapping()
                                .key(
                                        "path",
                                        "The file, or several; a path or a pattern such as objections-*.csv.",
                                        ScalarShapes.texts()))
                        .key("lead", "The column that identifies the lead.", named(LEAD))
                        .key("leave-out", LEAVE_OUT, named(SchemaConditions.WHEN)))
                .needs("path");
    }

    static Shape identities() {
        return either(named(LINKS), Shape.listOf(named(LINKS)));
    }

    private static Shape links() {
        Shape.Form file = Shape.Form.of("path", "from", "to")
                .with(
                        "member",
                        "sheet",
                        "split",
                        "time",
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
                        "language",
                        "leave-out");
        return dialect(inside(Shape.mapping())
                        .key("log", "A log whose rows with both ids link them, at their time.", ScalarShapes.text())
                        .key(
                                "contacts",
                                "The contact list, whose rows have further ids of their lead.",
                                ScalarShapes.onlyTrue())
                        .key("path", "A file of links, or several.", ScalarShapes.texts())
                        .key(
                                "from",
                                "The column of the id that leads on; of several, the first that is filled.",
                                ScalarShapes.texts())
                        .key(
                                "to",
                                "The column of the id that it leads to; of several, the first that is filled.",
                                ScalarShapes.texts())
                        .key("split", "What stands between several ids in from.", ScalarShapes.text())
                        .key("leave-out", LEAVE_OUT, named(SchemaConditions.WHEN))
                        .key("time", "The time from which a link counts; without it, it holds always.", named(TIME)))
                .inOneForm(
                        Shape.Form.of("log", "from", "to").with("split"),
                        file,
                        Shape.Form.of("contacts", "from").with("split"));
    }

    static Shape lookups() {
        return either(named(LOOKUP), Shape.listOf(named(LOOKUP)));
    }

    private static Shape lookup() {
        return dialect(inside(Shape.mapping())
                        .key("name", "Stands before the names of the columns, with a dot between.", ScalarShapes.text())
                        .key("path", "A file, or several.", ScalarShapes.texts())
                        .key("key", "The column of the file by which its rows are found.", ScalarShapes.text())
                        .key(
                                "by",
                                "The contacts' column that has the key, or the address or URL with the domain that is it.",
                                ScalarShapes.textOr("object")
                                        .closed()
                                        .key("domain", "The column of an address or a URL.", ScalarShapes.text())
                                        .alone())
                        .key(
                                "case",
                                "Whether the case of the key counts; as that of leads' ids, unless given.",
                                oneOf(LookupsReader.CASES.keySet()))
                        .key(
                                "duplicates",
                                "What a second row with the same key means.",
                                oneOf(SourcesReader.DUPLICATES.keySet()).usually("refuse"))
                        .key("leave-out", LEAVE_OUT, named(SchemaConditions.WHEN)))
                .needs("name", "path", "key", "by");
    }

    static Shape lists() {
        Shape lists = Shape.mapping();
        TextKinds.extensible()
                .forEach(kind -> lists.key(
                        kind,
                        "Domains that count as " + kind + " beside those that ship with the program.",
                        Shape.mapping()
                                .key("add", "A domain, or a list of them.", domains())
                                .needs("add")));
        return lists.named()
                .others(dialect(inside(Shape.mapping())
                                .key("path", "A file, or several.", ScalarShapes.texts())
                                .key("column", "The column of the values.", ScalarShapes.text())
                                .key("leave-out", LEAVE_OUT, named(SchemaConditions.WHEN)))
                        .needs("path", "column"));
    }

    private static Shape domains() {
        return ScalarShapes.textOr("array")
                .pattern(DOMAIN)
                .items(ScalarShapes.scalar().pattern(DOMAIN));
    }

    private static Shape contacts() {
        return table(named(LEAD_OR_ROW))
                .key("leave-out", LEAVE_OUT, named(SchemaConditions.WHEN))
                .key("since", "When the lead became known; a column, written as time is.", named(TIME))
                .key(
                        "duplicates",
                        "What a second row with the same id means.",
                        oneOf(SourcesReader.DUPLICATES.keySet()).usually("first"))
                .key("expect", "The least that the list must have, or else score ends with 4.", rows());
    }

    private static Shape log() {
        return table(named(LEAD))
                .key("leave-out", LEAVE_OUT, named(SchemaConditions.DID))
                .key("name", "The name of the log; needed if there are several logs.", ScalarShapes.text())
                .key("time", "The column that has the time.", named(TIME))
                .key(
                        "event",
                        "The column that names the event, or one name for every row.",
                        ScalarShapes.textOr("object")
                                .closed()
                                .key("constant", "The name of the event that each row is.", ScalarShapes.text())
                                .key("column", "The column that names the event.", ScalarShapes.text())
                                .alone())
                .key(
                        "key",
                        "The columns that identify an event, so that what two exports both have counts once.",
                        ScalarShapes.texts())
                .key(
                        "duplicates",
                        "Which of several rows with the same key counts; the first as text, unless given.",
                        oneOf(SourcesReader.KEYED.keySet()))
                .goesWith("duplicates", "key")
                .key(
                        "expect",
                        "The least that the log must have, or else score ends with 4.",
                        rows().key(
                                        "newest",
                                        "The greatest age of the newest event at the as-of time.",
                                        ScalarShapes.duration()));
    }

    private static Shape outcomes() {
        return table(named(LEAD_OR_ROW))
                .key("leave-out", LEAVE_OUT, named(SchemaConditions.WHEN))
                .key("time", "When it happened; without it the file is a flat table.", named(TIME))
                .key(
                        "won",
                        "The condition for rows that are customers; all rows, unless given.",
                        named(SchemaConditions.WHEN))
                .key("expect", "The least that the outcomes must have, or else score ends with 4.", rows());
    }

    private static Shape rows() {
        return Shape.mapping()
                .key("rows", "The smallest number of rows.", ScalarShapes.whole(1, Integer.MAX_VALUE))
                .notEmpty();
    }

    /** The keys that all tables have. */
    private static Shape table(Shape lead) {
        return dialect(inside(Shape.mapping()
                        .key(
                                "path",
                                "The file, or several; a path or a pattern such as web-*.csv.",
                                ScalarShapes.texts()))
                .key("lead", "The column that identifies the lead.", lead));
    }

    /** Adds the keys for what is wanted within archives and workbooks. */
    private static Shape inside(Shape table) {
        return table.key("member", "The table in a zip archive, or several; a path or a pattern.", ScalarShapes.text())
                .key("sheet", "The sheet of a workbook; the first that is shown, unless given.", ScalarShapes.text());
    }

    /** Adds the keys that say how a table is written. */
    private static Shape dialect(Shape table) {
        return table.key(
                        "dates",
                        "The formats of columns with dates, such as {created_at: dd/MM/yyyy}.",
                        Shape.mappingTo(date()))
                .key("delimiter", "The text between fields; found from the header, unless given.", delimiter())
                .key(
                        "encoding",
                        "The file's charset; UTF-8, unless the file says otherwise.",
                        ScalarShapes.text().examples("windows-1252", "ISO-8859-1", "UTF-16LE"))
                .key(
                        "skip",
                        "The number of lines above the header.",
                        ScalarShapes.whole(0, SourceParts.MOST_SKIPPED).usually(0))
                .key(
                        "ragged",
                        "What a row with fewer fields than the header is: a reject, or filled up with empty fields.",
                        oneOf(SourceParts.RAGGED.keySet()).usually("reject"))
                .key(
                        "escape",
                        "What stands before a quote that is text within a quoted field: another quote, a sign, or none.",
                        sign(SourceParts.ESCAPES.keySet()).usually("quote"))
                .key(
                        "quote",
                        "The sign around fields that may have delimiters and line ends in them.",
                        sign(SourceParts.QUOTES.keySet()).usually("double"))
                .key("header", "The names of the columns of a file without a header.", columnNames())
                .key(
                        "section",
                        "The title of the one table that is read where a file has several.",
                        ScalarShapes.text().examples("Attendee Details"))
                .key(
                        "guard",
                        "Whether an apostrophe that guards a text against being a formula or a number is taken off.",
                        oneOf(SourceParts.GUARDS.keySet()).usually("remove"))
                .key("columns", "Columns that are made of others, or have numbers of another form.", named(COLUMNS))
                .key(
                        "growing",
                        "true: the files are written all day, and each is read to the last line end that it has when it is opened.",
                        ScalarShapes.truth())
                .key(
                        "nothing",
                        "Texts that stand for nothing, such as N/A: cells with them are blank.",
                        ScalarShapes.texts())
                .key("decimal", "The decimal point of numbers.", decimal().usually("."))
                .key("thousands", "The separator between the thousands of numbers.", thousands())
                .key("language", "The language of the names of months and days in times.", language());
    }

    private static Shape columns() {
        Shape column = Shape.mapping()
                .key("from", "The column that it is made of, or file, the name of the file.", ScalarShapes.text())
                .key("constant", "One text that all rows have.", ScalarShapes.text())
                .key("json", "A path into JSON, such as plan or items[0].sku.", ScalarShapes.text())
                .key("address", "The first mail address in the text.", ScalarShapes.onlyTrue())
                .key("query", "The parameter of a URL.", ScalarShapes.text())
                .key("part", "The part of a URL.", oneOf(ColumnsReader.PARTS.keySet()))
                .key(
                        "match",
                        "A regular expression (RE2) with one group, which is the value.",
                        ScalarShapes.text().examples("^(.+)_opened"))
                .key(
                        "split",
                        "The text between several values in one cell.",
                        ScalarShapes.scalar().pattern("[\\s\\S]"))
                .key(
                        "number",
                        "The form of its numbers.",
                        Shape.mapping()
                                .key("thousands", "The separator between thousands.", thousands())
                                .key("decimal", "The decimal point.", decimal())
                                .notEmpty())
                .excludes("query", "part")
                .excludes("constant", "from", "json", "address", "query", "part", "match")
                .notEmpty();
        return Shape.mappingTo(column);
    }

    private static Shape decimal() {
        return oneOf(ColumnsReader.DECIMALS.keySet());
    }

    private static Shape thousands() {
        return oneOf(ColumnsReader.THOUSANDS.keySet());
    }

    private static Shape delimiter() {
        return either(
                oneOf(SourceParts.DELIMITERS.keySet()),
                Shape.of("string").pattern("^[^0-9\\r\\n]{0,19}[^A-Za-z0-9\\r\\n][^0-9\\r\\n]{0,19}$"));
    }

    private static Shape sign(Set<String> words) {
        return either(oneOf(words), Shape.of("string").pattern("^[^A-Za-z0-9\\s]$"));
    }

    private static Shape columnNames() {
        return ScalarShapes.textOr("array").items(ScalarShapes.scalar());
    }

    private static Shape time() {
        return ScalarShapes.textOr("array", "object")
                .items(ScalarShapes.text())
                .closed()
                .key("column", "The column that has the time.", ScalarShapes.texts())
                .key("columns", "Several columns that together have the time, joined by a blank.", ScalarShapes.texts())
                .key("constant", "One time that all rows have.", ScalarShapes.text())
                .key("format", "The format of the time; ISO-8601, unless given.", format())
                .key("timezone", "The zone of times that name none.", zone())
                .key("language", "The language of the names of months and days.", language())
                .inOneForm(Shape.Form.of("column"), Shape.Form.of("columns"), Shape.Form.of("constant"));
    }

    private static Shape lead(boolean orRow) {
        Shape shape = ScalarShapes.textOr("array", "object")
                .items(ScalarShapes.text())
                .closed()
                .key("column", "The column that identifies the lead.", ScalarShapes.texts())
                .key(
                        "columns",
                        "Several columns that together identify the lead, joined by a blank.",
                        ScalarShapes.texts())
                .key("first-of", "Columns of which the first that is filled identifies the lead.", ScalarShapes.texts())
                .key(
                        "case",
                        "Whether the case of the id counts; all sources must say the same.",
                        oneOf(SourcesReader.CASES.keySet()).usually("ignore"));
        Shape.Form column = Shape.Form.of("column").with("case");
        Shape.Form columns = Shape.Form.of("columns").with("case");
        Shape.Form first = Shape.Form.of("first-of").with("case");
        return orRow
                ? shape.key("row-number", "The lead is called by the number of its row.", ScalarShapes.onlyTrue())
                        .inOneForm(column, columns, first, Shape.Form.of("row-number"))
                : shape.never("row-number").inOneForm(column, columns, first);
    }

    static Shape zone() {
        return ScalarShapes.text().examples("Europe/Madrid", "UTC");
    }

    /** A format, or several, of which the first that fits reads a value. */
    private static Shape format() {
        return ScalarShapes.texts()
                .examples("dd/MM/yyyy", "dd/MM/yyyy HH:mm", "M/d/yyyy", "epoch-seconds", "epoch-millis", "day-number");
    }

    private static Shape date() {
        return ScalarShapes.textOr("array", "object")
                .items(ScalarShapes.text())
                .closed()
                .key("format", "The format of the column; ISO-8601, unless given.", format())
                .key("timezone", "The zone of times that name none.", zone())
                .key("language", "The language of the names of months and days.", language());
    }

    private static Shape language() {
        return oneOf(SourceParts.languages().keySet()).usually("en");
    }
}
