package org.leadscore.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.problem.Excerpt;
import org.leadscore.rules.rewrite.TableText;

/** The text of a first rule file, put together part by part: what was guessed, and in comments why. Used once. */
final class DraftText {

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
        new DraftSources(layout, explicit, this::line).write();
    }

    private List<Proposal> explicitRules() {
        ExplicitProposals proposals = explicit;
        List<Proposal> rules = proposals == null ? List.of() : proposals.rules();
        boolean hasLookedUp = !layout.lookups().isEmpty();
        if (!rules.isEmpty() || hasLookedUp && lookedUp()) {
            line("# ---- Who the lead is; these points never fade ----");
            line("");
            line("explicit:"
                    + (explicit != null && explicit.isLearned()
                            ? "   # calibrate learns the points; first delete what is known only after the sale, such as the length of the last call"
                            : ""));
            rules.forEach(rule -> rule(rule, ""));
            ofLookups();
            if (explicit != null && !explicit.notLearned().isEmpty()) {
                line("  # Not learned, as they are names, times, free text, or the same for all: "
                        + oneLine(String.join(", ", explicit.notLearned())));
            }
            line("");
        }
        return rules;
    }

    private boolean lookedUp() {
        return layout.lookups().stream()
                .anyMatch(lookup -> !proposals(lookup).ofLookup().isEmpty());
    }

    private ExplicitProposals proposals(Lookup lookup) {
        return ExplicitProposals.of(lookup, explicit != null && explicit.isLearned());
    }

    /** Rules about what lookups tell, under names of their own. */
    private void ofLookups() {
        for (Lookup lookup : layout.lookups()) {
            for (Proposal rule : proposals(lookup).ofLookup()) {
                boolean isTaken = taken.contains(Text.fold(rule.name()));
                rule(
                        isTaken
                                ? new Proposal(
                                        rule.name() + ", " + lookup.name(), rule.comment(), rule.body(), rule.most())
                                : rule,
                        "");
            }
        }
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
            if (!proposals.undoing().isEmpty()) {
                line("  # Not counted, as it takes back what was done, or nothing came of it: "
                        + oneLine(String.join(", ", proposals.undoing())));
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
        for (Lookup lookup : layout.lookups()) {
            for (String entry : proposals(lookup).consents()) {
                String named = entry.replaceFirst("^- \\{name: ([^,']+),", "- {name: '$1, " + lookup.name() + "',");
                boolean isTaken =
                        lines.stream().anyMatch(line -> line.startsWith(entry.substring(0, entry.indexOf(','))));
                lines.add(isTaken ? named : entry);
            }
        }
        String leaving = implicit.stream()
                .flatMap(each -> each.leaving().stream())
                .map(TableText::scalar)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!leaving.isEmpty()) {
            lines.add("- {name: Unsubscribed, did: [" + leaving + "]}");
        }
        for (int i = 0; i < implicit.size(); i++) {
            String log = layout.logs().get(i).name();
            implicit.get(i)
                    .leavingRows()
                    .forEach(clause -> lines.add("- {name: "
                            + TableText.scalar(
                                    "Left by " + log + ", " + clause.column().replace(';', ',')) + ", did: {"
                            + clause.text() + "}}"));
        }
        if (!lines.isEmpty()) {
            line("disqualify:   # never to be called, whatever the score");
            lines.forEach(entry -> line("  " + entry));
            line("");
        }
    }

    private void report() {
        List<ExportColumn> columns = new ArrayList<>(explicit == null ? List.of() : explicit.reported());
        if (explicit != null && explicit.company().isEmpty()) {
            layout.lookups().forEach(lookup -> proposals(lookup).company().ifPresent(columns::add));
        }
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

    /** The text from a user's file, cut and cleaned to fit into a comment. */
    private static String oneLine(String text) {
        return Excerpt.of(text);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
