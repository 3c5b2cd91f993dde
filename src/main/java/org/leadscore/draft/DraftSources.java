package org.leadscore.draft;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.table.Preview;
import org.leadscore.lead.NumberFormat;
import org.leadscore.problem.Excerpt;
import org.leadscore.rules.rewrite.TableText;

/** Writes the part of a first rule file that says where the data is and how it is read. Used once, by {@link DraftText}. */
final class DraftSources {

    private static final List<String> KEYS =
            List.of("event id", "event uuid", "uuid", "message id", "activity id", "guid", "id");

    /** The beginning of what stands in rows that a form of lead ads makes to be tried. */
    private static final String TEST = "<test lead";

    private final ExportLayout layout;
    private final @Nullable ExplicitProposals explicit;
    private final Consumer<String> lines;

    /**
     * A writer for that layout.
     *
     * @param explicit the rules about the contacts; null without a contact list
     * @param lines takes the text line by line
     */
    DraftSources(ExportLayout layout, @Nullable ExplicitProposals explicit, Consumer<String> lines) {
        this.layout = layout;
        this.explicit = explicit;
        this.lines = lines;
    }

    void write() {
        line("# ---- Where the data is; paths start at this file ----");
        line("");
        line("sources:");
        Export contacts = layout.contacts();
        if (contacts != null) {
            contacts(contacts);
        } else {
            line("  # No contact list was given: every lead that the logs name is scored, by what it does alone.");
            if (layout.logs().stream().anyMatch(log -> log.visitor() != null)) {
                line("  # So are visitors who never say who they are; a contact list leaves them out.");
            }
        }
        if (layout.logs().isEmpty()) {
            line("  # No log was given: leads are scored by who they are alone. A log is added so:");
            line("  # events:");
            line("  #   - {name: web, path: web.csv, lead: email, time: timestamp, event: event}");
        } else {
            line("  events:" + "   # what leads did");
            for (ExportLayout.Log log : layout.logs()) {
                log(log);
            }
        }
        Deals deals = layout.deals();
        Optional<OutcomeColumn> outcome = explicit == null ? Optional.empty() : explicit.outcome();
        if (deals != null) {
            outcomes(deals);
        } else if (contacts != null && outcome.isPresent()) {
            outcomes(contacts, outcome.get());
        } else {
            line(
                    "  # When you know who bought, and when, add it: they are customers then, for whom sales need not call, and calibrate");
            line("  # learns the points from them.");
            line("  # outcomes: {path: customers.csv, lead: email, time: closed_at}");
        }
        line("");
        lookups();
        identities();
    }

    private void lookups() {
        if (layout.lookups().isEmpty()) {
            return;
        }
        line("lookups:   # what other files know of the contacts; rules ask for it as NAME.COLUMN");
        for (Lookup lookup : layout.lookups()) {
            Export export = lookup.export();
            String by = TableText.scalar(lookup.by().name());
            line("  - name: " + lookup.name() + "   # "
                    + String.format(
                            Locale.ROOT,
                            "%,d of the %,d contacts looked at have a row",
                            lookup.found(),
                            contactRows()));
            line("    path: " + TableText.scalar(export.path()));
            line("    key: " + TableText.scalar(lookup.key().name()));
            line("    by: " + (lookup.isDomain() ? "{domain: " + by + "}" : by));
            if (lookup.hasTwins()) {
                line("    duplicates: first   # some keys stand in several rows");
            }
            dialect(export, "    ", ExplicitProposals.of(lookup, isLearned()).made());
            dates(export);
        }
        line("");
    }

    private boolean isLearned() {
        return explicit != null && explicit.isLearned();
    }

    private int contactRows() {
        Export contacts = layout.contacts();
        return contacts == null ? 0 : contacts.sample().rows().size();
    }

    private void contacts(Export contacts) {
        ExportColumn lead = layout.lead();
        line("  contacts:   # who the leads are");
        paths(layout.lists(), "    ", "contacts-*.csv");
        dialect(contacts, "    ", explicit == null ? Map.of() : explicit.made());
        line("    lead: " + lead(lead) + "   # filled in " + filled(lead, contacts)
                + (contacts.leads().stream().anyMatch(column -> !column.equals(lead))
                        ? "; another choice: " + others(contacts, lead)
                        : ""));
        Optional<Export.Timed> since = explicit == null ? Optional.empty() : explicit.since();
        since.ifPresent(
                timed -> line("    since: " + TableText.scalar(timed.column().name())
                        + "   # when the lead became known; before that day it is no lead for score --as-of"));
        contacts.columns().stream()
                .filter(column -> column.values().stream().anyMatch(value -> value.startsWith(TEST)))
                .findFirst()
                .ifPresent(column -> line("    leave-out: {" + ExplicitProposals.key(column) + ": {starts-with: '"
                        + TEST + "'}}   # rows by which the form was tried"));
        dates(contacts);
        if (explicit != null) {
            explicit.ambiguous()
                    .forEach(timed -> line("    # " + oneLine(timed.column().name())
                            + " can be read with the day or with the month first, so no rule looks at it: say which, with dates: {"
                            + oneLine(TableText.scalar(timed.column().name())) + ": "
                            + oneLine(timed.guess().format()) + "}"));
        }
    }

    /** The formats of columns with times that need one and can be read in one way only. */
    private void dates(Export contacts) {
        List<String> dates = contacts.times().stream()
                .filter(timed -> !timed.guess().isAmbiguous())
                .filter(timed -> !timed.guess().entry().isEmpty() || isUtc(timed))
                .map(timed -> TableText.scalar(timed.column().name()) + ": " + entry(timed))
                .toList();
        if (dates.size() == 1) {
            line("    dates: {" + dates.get(0) + "}");
        } else if (!dates.isEmpty()) {
            line("    dates:");
            dates.forEach(date -> line("      " + date));
        }
    }

    private static String entry(Export.Timed timed) {
        if (!isUtc(timed)) {
            return timed.guess().entry();
        }
        String keys = timed.guess().keys();
        return "{" + (keys.isEmpty() ? "format: iso" : keys) + ", timezone: UTC}";
    }

    private void log(ExportLayout.Log log) {
        Export first = log.first();
        Export.Timed time = log.time();
        ExportColumn visitor = log.visitor();
        line("    - name: " + TableText.scalar(log.name()));
        paths(log.exports(), "      ", "web-*.csv");
        dialect(first, "      ", ImplicitProposals.made(log));
        boolean hasChoice = first.leads().stream().anyMatch(column -> !column.equals(log.lead()));
        line("      lead: " + (visitor == null ? lead(log.lead()) : firstOf(log.lead(), visitor))
                + (hasChoice && visitor == null ? "   # another choice: " + others(first, log.lead()) : ""));
        line("      time: " + time(time) + "   # such as "
                + oneLine(time.column().values().get(0))
                + (first.times().size() > 1 ? "; another choice: " + otherTimes(first, time) : ""));
        key(log).ifPresent(key -> line("      key: " + TableText.scalar(key.name())
                + "   # where files overlap, rows that have it in common are one event"));
        ExportColumn event = first.event();
        line("      event: "
                + (event == null
                        ? "{constant: " + TableText.scalar(log.name())
                                + "}   # no column names the event, so each row is this one"
                        : TableText.scalar(event.name()) + "   # the column that names the event"));
    }

    private void outcomes(Deals deals) {
        Export export = deals.export();
        ExportColumn stage = deals.stage();
        Export.Timed time = deals.time();
        line(
                "  outcomes:   # who became a customer, and when; sales need not call them, and calibrate learns the points from them");
        paths(List.of(export), "    ", "deals-*.csv");
        dialect(export, "    ", Map.of());
        line("    lead: " + lead(deals.lead()));
        if (time != null) {
            line("    time: " + time(time) + "   # such as "
                    + oneLine(time.column().values().get(0)));
        } else {
            line("    # time: closed_at   # no column holds times, and without one nobody is a customer for score");
        }
        if (stage != null && !deals.won().isEmpty()) {
            line("    won: {" + ExplicitProposals.key(stage) + ": " + list(deals.won()) + "}   # "
                    + (deals.lost().isEmpty()
                            ? "all other rows are no customers"
                            : "lost are " + oneLine(String.join(", ", deals.lost())) + "; what is neither is open"));
        }
    }

    /** The outcomes that a column of the contacts tells. */
    private void outcomes(Export contacts, OutcomeColumn outcome) {
        line(String.format(
                Locale.ROOT,
                "  outcomes:   # who became a customer: %,d of the %,d rows looked at; calibrate learns from them",
                outcome.conversions(),
                outcome.conversions() + outcome.others()));
        paths(layout.lists(), "    ", "contacts-*.csv");
        dialect(contacts, "    ", Map.of());
        line("    lead: " + lead(layout.lead()));
        line("    won: " + outcome.test() + "   # put the other value here if that is the good one");
    }

    private void identities() {
        if (layout.links().isEmpty()) {
            return;
        }
        line("identities:   # which ids are those of one person");
        for (Link link : layout.links()) {
            line("  - {" + link.entry() + "}   # " + oneLine(link.reason()));
        }
        line("");
    }

    private static String list(List<String> values) {
        List<String> texts = values.stream().map(TableText::scalar).toList();
        return texts.size() == 1 ? texts.get(0) : "[" + String.join(", ", texts) + "]";
    }

    /**
     * A column that tells an event from all others: every row has it, with another value each. An {@code id} of no other name
     * counts for a log of several files only, which may overlap.
     */
    private static Optional<ExportColumn> key(ExportLayout.Log log) {
        return log.first()
                .named(KEYS)
                .filter(column -> (log.exports().size() > 1 || !column.words().equals("id"))
                        && !column.equals(log.lead())
                        && column.values().size() == log.first().sample().rows().size()
                        && new HashSet<>(column.values()).size()
                                == column.values().size());
    }

    /**
     * Writes the keys of a file that is not written in the usual way.
     *
     * @param ofRules what columns are made of that rules look at, by name
     */
    private void dialect(Export export, String indent, Map<String, String> ofRules) {
        Preview sample = export.sample();
        Charset encoding = sample.encoding();
        if (encoding != null) {
            line(indent + "encoding: " + encoding.name()
                    + "   # the file is not UTF-8; look whether accents are right");
        }
        if (sample.skip() > 0) {
            line(indent + "skip: " + sample.skip() + "   # lines above the header");
        }
        String section = sample.section();
        if (section != null) {
            line(indent + "section: " + TableText.scalar(section)
                    + "   # the title of the table that is read; others are "
                    + oneLine(String.join(", ", sample.otherSections())));
        }
        if (!export.nothing().isEmpty()) {
            line(indent + "nothing: " + texts(export.nothing()) + "   # cells with these are blank");
        }
        for (String key : NumberGuess.keys(export.numbers().common())) {
            line(indent + key + numberComment(export, key));
        }
        List<String> made = made(export);
        new TreeMap<>(ofRules).forEach((name, how) -> made.add(TableText.scalar(name) + ": " + how));
        if (!made.isEmpty()) {
            line(indent + "columns:");
            made.forEach(each -> line(indent + "  " + each));
        }
    }

    private static String numberComment(Export export, String key) {
        Map<String, String> doubtful = new TreeMap<>(export.numbers().doubtful());
        if (doubtful.isEmpty() || !key.startsWith("thousands")) {
            return "";
        }
        String name = doubtful.keySet().iterator().next();
        return "   # so " + oneLine(doubtful.getOrDefault(name, "")) + " of " + oneLine(name) + " is in the thousands";
    }

    private static List<String> made(Export export) {
        List<String> made = new ArrayList<>();
        for (ExportColumn column : export.columns()) {
            NumberFormat own = export.numbers().own().get(column.name());
            if (column.isAddressed()) {
                made.add(TableText.scalar(column.name()) + ": {address: true}   # names stand around the addresses");
            } else if (own != null) {
                made.add(TableText.scalar(column.name()) + ": {number: {decimal: \"" + own.decimal() + "\""
                        + (own.thousands() == NumberFormat.NONE ? "" : ", thousands: \"" + own.thousands() + "\"")
                        + "}}");
            }
        }
        return made;
    }

    /** The same keys within braces, each behind a comma; empty for a file in the usual way. */
    static String inline(Export export) {
        Preview sample = export.sample();
        Charset encoding = sample.encoding();
        return (encoding == null ? "" : ", encoding: " + encoding.name())
                + (sample.skip() == 0 ? "" : ", skip: " + sample.skip())
                + (sample.section() == null ? "" : ", section: " + TableText.scalar(sample.section()))
                + (export.nothing().isEmpty() ? "" : ", nothing: " + texts(export.nothing()));
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(TableText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    private void paths(List<Export> exports, String indent, String pattern) {
        List<String> paths =
                exports.stream().map(Export::path).map(TableText::scalar).toList();
        if (paths.size() == 1) {
            line(indent + "path: " + paths.get(0));
            return;
        }
        line(indent + "path:   # or a pattern, such as " + pattern + ", that takes in what comes later");
        paths.forEach(path -> line(indent + "  - " + path));
    }

    private String lead(ExportColumn column) {
        if (column.isRowNumber()) {
            return "{row-number: true}";
        }
        String name = TableText.scalar(column.name());
        return layout.isExact() ? "{column: " + name + ", case: exact}" : name;
    }

    private String firstOf(ExportColumn lead, ExportColumn visitor) {
        return "{first-of: [" + TableText.scalar(lead.name()) + ", " + TableText.scalar(visitor.name()) + "]"
                + (layout.isExact() ? ", case: exact" : "") + "}";
    }

    private static String time(Export.Timed timed) {
        String name = TableText.scalar(timed.column().name());
        String keys = timed.guess().keys();
        if (keys.isEmpty() && !isUtc(timed)) {
            return name;
        }
        return "{column: " + name + (keys.isEmpty() ? "" : ", " + keys) + (isUtc(timed) ? ", timezone: UTC" : "") + "}";
    }

    private static boolean isUtc(Export.Timed timed) {
        return timed.column().words().endsWith(" utc");
    }

    private static String others(Export export, ExportColumn chosen) {
        return oneLine(export.leads().stream()
                .filter(column -> !column.equals(chosen))
                .map(ExportColumn::name)
                .collect(Collectors.joining(", ")));
    }

    private static String otherTimes(Export export, Export.Timed chosen) {
        return oneLine(export.times().stream()
                .filter(timed -> !timed.equals(chosen))
                .map(timed -> timed.column().name())
                .limit(3)
                .collect(Collectors.joining(", ")));
    }

    private static String filled(ExportColumn column, Export export) {
        return String.format(
                Locale.ROOT,
                "%,d of the %,d rows looked at",
                column.values().size(),
                export.sample().rows().size());
    }

    /** The text from a user's file, cut and cleaned to fit into a comment. */
    private static String oneLine(String text) {
        return Excerpt.of(text);
    }

    private void line(String line) {
        lines.accept(line);
    }
}
