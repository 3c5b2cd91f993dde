package org.leadscore.draft;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.table.Preview;
import org.leadscore.lead.NumberFormat;
import org.leadscore.lead.Text;
import org.leadscore.problem.Excerpt;
import org.leadscore.rules.rewrite.TableText;

/** The text of a first rule file, put together part by part: what was guessed, and in comments why. Used once. */
final class DraftText {

    private static final List<String> KEYS =
            List.of("event id", "event uuid", "uuid", "message id", "activity id", "guid", "id");

    private static final int FEWEST_FULL = 40;
    private static final int MOST_FULL = 120;
    private static final int GROUP = 40;

    private final ExportLayout layout;
    /** The lines written so far. */
    private final StringBuilder text = new StringBuilder();
    /** The folded names of the rules written so far. */
    private final Set<String> taken = new HashSet<>();
    /** The rules proposed for each log, in the order of the logs. */
    private final List<ImplicitProposals> implicit;
    /** The rules proposed for the contacts; null without a contact list. */
    private final @Nullable ExplicitProposals explicit;
    /** The most points that the rules and groups written so far can give to one lead; the scale is set by it. */
    private int attainable;

    DraftText(ExportLayout layout) {
        this.layout = layout;
        Export contacts = layout.contacts();
        explicit = contacts == null ? null : new ExplicitProposals(contacts, layout.lead());
        implicit = layout.logs().stream()
                .map(log -> new ImplicitProposals(log, layout.logs()))
                .toList();
    }

    /** Writes the whole file; to be called once. */
    String yaml() {
        head();
        sources();
        List<Proposal> ofContacts = explicitRules();
        implicitRules();
        groups();
        scale();
        disqualify();
        report();
        tests(ofContacts);
        return text.toString();
    }

    private void head() {
        line(
                "# A first rule file, guessed by 'leadscore init' from the headers and first rows of the exports below. It can be used as it");
        line(
                "# is, but only you know what makes a good lead: the points and names here are where to begin, not where to end.");
        line("#");
        line("#     leadscore check             # after each change: is anything wrong with this file?");
        line("#     leadscore score --top 20    # whom to call first");
        line("#     leadscore explain LEAD      # why one of them has the score that it has");
        line("#");
        line(
                "# docs/rules.md says what else a rule file can do. For help while you type, see 'leadscore schema --help'.");
        line("version: 1");
        line(
                "timezone: UTC   # put yours, such as Europe/Madrid: where a day begins, and the zone of times that name none");
        line("");
    }

    private void sources() {
        line("# ---- Where the data is; paths start at this file ----");
        line("");
        line("sources:");
        Export contacts = layout.contacts();
        if (contacts != null) {
            contacts(contacts);
        } else {
            line("  # No contact list was given: every lead that the logs name is scored, by what it does alone.");
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
        Optional<OutcomeColumn> outcome = explicit == null ? Optional.empty() : explicit.outcome();
        if (contacts != null && outcome.isPresent()) {
            outcomes(contacts, outcome.get());
        } else {
            line(
                    "  # When you know who bought, and when, add it: they are customers then, for whom sales need not call, and calibrate");
            line("  # learns the points from them.");
            line("  # outcomes: {path: customers.csv, lead: email, time: closed_at}");
        }
        line("");
    }

    /** The outcomes that a column of the contacts tells. */
    private void outcomes(Export contacts, OutcomeColumn outcome) {
        line(String.format(
                Locale.ROOT,
                "  outcomes:   # who became a customer: %,d of the %,d rows looked at; calibrate learns from them",
                outcome.conversions(),
                outcome.conversions() + outcome.others()));
        line("    path: " + TableText.scalar(contacts.path()));
        dialect(contacts.sample(), "    ");
        line("    lead: " + lead(layout.lead()));
        line("    won: " + outcome.test() + "   # put the other value here if that is the good one");
    }

    /** How numbers are written, and columns that are made, of the contacts. */
    private void columns(Export contacts, Map<String, String> ofRules) {
        NumberGuess numbers = NumberGuess.of(contacts.columns());
        NumberGuess.keys(numbers.common()).forEach(key -> line("    " + key));
        Map<String, String> made = new TreeMap<>(ofRules);
        numbers.own()
                .forEach((name, format) -> made.put(
                        name,
                        "{number: {decimal: \"" + format.decimal() + "\""
                                + (format.thousands() == NumberFormat.NONE
                                        ? ""
                                        : ", thousands: \"" + format.thousands() + "\"")
                                + "}}"));
        if (!made.isEmpty()) {
            line("    columns:");
            made.forEach((name, how) -> line("      " + TableText.scalar(name) + ": " + how));
        }
    }

    private void contacts(Export contacts) {
        ExportColumn lead = layout.lead();
        line("  contacts:   # who the leads are");
        line("    path: " + TableText.scalar(contacts.path()));
        dialect(contacts.sample(), "    ");
        line("    lead: " + lead(lead) + "   # filled in " + filled(lead, contacts)
                + (contacts.leads().size() > 1 ? "; another choice: " + others(contacts, lead) : ""));
        Optional<Export.Timed> since = explicit == null ? Optional.empty() : explicit.since();
        since.ifPresent(timed -> {
            line("    since: " + TableText.scalar(timed.column().name())
                    + "   # when the lead became known; before that day it is no lead for score --as-of");
        });
        String dates = Stream.concat(since.stream(), explicit == null ? Stream.of() : explicit.times().stream())
                .filter(timed -> !timed.guess().format().isEmpty())
                .map(timed -> TableText.scalar(timed.column().name()) + ": "
                        + TableText.scalar(timed.guess().format()))
                .collect(Collectors.joining(", "));
        if (!dates.isEmpty()) {
            line("    dates: {" + dates + "}");
        }
        columns(contacts, explicit == null ? Map.of() : explicit.made());
        if (explicit != null) {
            explicit.ambiguous()
                    .forEach(timed -> line("    # " + oneLine(timed.column().name())
                            + " can be read with the day or with the month first, so no rule looks at it: say which, with dates: {"
                            + oneLine(TableText.scalar(timed.column().name())) + ": "
                            + timed.guess().format() + "}"));
        }
    }

    private void log(ExportLayout.Log log) {
        Export first = log.first();
        Export.Timed time = log.time();
        line("    - name: " + TableText.scalar(log.name()));
        paths(log);
        dialect(first.sample(), "      ");
        line("      lead: " + lead(log.lead())
                + (first.leads().size() > 1 ? "   # another choice: " + others(first, log.lead()) : ""));
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

    private void dialect(Preview sample, String indent) {
        Charset encoding = sample.encoding();
        if (encoding != null) {
            line(indent + "encoding: " + encoding.name()
                    + "   # the file is not UTF-8; look whether accents are right");
        }
        if (sample.skip() > 0) {
            line(indent + "skip: " + sample.skip() + "   # lines above the header");
        }
    }

    private List<Proposal> explicitRules() {
        ExplicitProposals proposals = explicit;
        List<Proposal> rules = proposals == null ? List.of() : proposals.rules();
        if (!rules.isEmpty()) {
            line("# ---- Who the lead is; these points never fade ----");
            line("");
            line("explicit:"
                    + (explicit != null && explicit.isLearned()
                            ? "   # calibrate learns the points; first delete what is known only after the sale, such as the length of the last call"
                            : ""));
            rules.forEach(rule -> rule(rule, ""));
            if (explicit != null && !explicit.notLearned().isEmpty()) {
                line("  # Not learned, as they are names, times, free text, or the same for all: "
                        + oneLine(String.join(", ", explicit.notLearned())));
            }
            line("");
        }
        return rules;
    }

    private void implicitRules() {
        if (implicit.isEmpty()) {
            return;
        }
        line("# ---- What the lead does ----");
        line("");
        line("implicit:");
        for (int i = 0; i < implicit.size(); i++) {
            ImplicitProposals proposals = implicit.get(i);
            String group = layout.logs().get(i).name();
            proposals.small().forEach(rule -> rule(rule, group));
            proposals.large().forEach(rule -> rule(rule, ""));
            if (!proposals.passedOver().isEmpty()) {
                line("  # Not counted, as it is not the lead who does it: "
                        + oneLine(String.join(", ", proposals.passedOver())));
            }
        }
        line("");
    }

    private void rule(Proposal rule, String group) {
        line("  - name: " + TableText.scalar(nameOf(rule)) + "   # " + oneLine(rule.comment()));
        if (!group.isEmpty()) {
            line("    group: " + TableText.scalar(group));
        } else {
            attainable += rule.most();
        }
        rule.body().forEach(part -> line("    " + part));
    }

    /** The rule's name, with a number behind it when an earlier rule has it, as rules must not share a name. */
    private String nameOf(Proposal rule) {
        String name = rule.name().replace(';', ',');
        String free = name;
        for (int number = 2; !taken.add(Text.fold(free)); number++) {
            free = name + " " + number;
        }
        return free;
    }

    private void groups() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < implicit.size(); i++) {
            if (!implicit.get(i).small().isEmpty()) {
                names.add(layout.logs().get(i).name());
            }
        }
        if (!names.isEmpty()) {
            line("groups:   # how much a log may weigh, however much is done in it, and how fast its points fade");
            names.forEach(
                    name -> line("  " + TableText.scalar(name) + ": {max: " + GROUP + ", decay: {half-life: 30d}}"));
            line("");
            attainable += GROUP * names.size();
        }
        if (!implicit.isEmpty()) {
            line(
                    "inactivity: {after: 45d, lose: 20%, every: 30d}   # of these points, when nothing is heard of a lead");
            line("");
        }
    }

    private void scale() {
        int full = Math.max(FEWEST_FULL, Math.min(MOST_FULL, (attainable * 6 / 10 + 5) / 10 * 10));
        line("# ---- From points to calls ----");
        line("");
        line("score: {zero: 0, full: " + full
                + "}   # so many points are a score of 100; raise it when too many leads are hot");
        line("");
        line("buckets:   # highest first");
        line("  - {name: hot, from: 70}");
        line("  - {name: warm, from: 40}");
        line("  - {name: cold, from: 0}");
        line("");
    }

    private void disqualify() {
        List<String> lines = new ArrayList<>(explicit == null ? List.of() : explicit.disqualifiers());
        String leaving = implicit.stream()
                .flatMap(each -> each.leaving().stream())
                .map(TableText::scalar)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!leaving.isEmpty()) {
            lines.add("- {name: Unsubscribed, did: [" + leaving + "]}");
        }
        if (!lines.isEmpty()) {
            line("disqualify:   # never to be called, whatever the score");
            lines.forEach(entry -> line("  " + entry));
            line("");
        }
    }

    private void report() {
        List<ExportColumn> columns = explicit == null ? List.of() : explicit.reported();
        if (!columns.isEmpty()) {
            line("report:   # columns of the contacts that whoever calls wants to see");
            line("  columns: "
                    + columns.stream().map(ExplicitProposals::key).collect(Collectors.joining(", ", "[", "]")));
            line("");
        }
    }

    private void tests(List<Proposal> ofContacts) {
        ExportColumn lead = layout.lead();
        Optional<ExportColumn> title = explicit == null ? Optional.empty() : explicit.titles();
        if (explicit == null || title.isEmpty() || ofContacts.isEmpty() || explicit.isLearned() || lead.isRowNumber()) {
            return;
        }
        String id = Export.isMail(lead) ? "ana@company.example" : "1";
        line("# ---- Examples of what the rules are meant to do; 'leadscore test' runs them ----");
        line("");
        line("tests:");
        line("  - name: a director is a decision maker");
        line("    lead: {" + ExplicitProposals.key(lead) + ": " + id + ", " + ExplicitProposals.key(title.get())
                + ": Marketing Director}");
        line("    expect: {rules: {Decision maker: 20}}");
    }

    private void paths(ExportLayout.Log log) {
        List<String> paths =
                log.exports().stream().map(Export::path).map(TableText::scalar).toList();
        if (paths.size() == 1) {
            line("      path: " + paths.get(0));
            return;
        }
        line("      path:   # or a pattern, such as web-*.csv, that takes in what comes later");
        paths.forEach(path -> line("        - " + path));
    }

    private String lead(ExportColumn column) {
        if (column.isRowNumber()) {
            return "{row-number: true}";
        }
        String name = TableText.scalar(column.name());
        return layout.isExact() ? "{column: " + name + ", case: exact}" : name;
    }

    private static String time(Export.Timed timed) {
        String name = TableText.scalar(timed.column().name());
        boolean isUtc = timed.column().words().endsWith(" utc");
        String format = timed.guess().format();
        if (format.isEmpty() && !isUtc) {
            return name;
        }
        return "{column: " + name + (format.isEmpty() ? "" : ", format: " + TableText.scalar(format))
                + (isUtc ? ", timezone: UTC" : "") + "}";
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
        text.append(line).append('\n');
    }
}
