package org.leadscore.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.CellText;
import org.leadscore.lead.ShownText;
import org.leadscore.problem.Listing;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.file.RuleFile;

/**
 * A first rule file with what the user is told of it. The same files make the same text, to the byte.
 *
 * @param yaml the text, which is read without a problem
 * @param said a line for each file: what it seems to be, and whether some of its rows cannot be read
 * @param missing words for what would tell leads apart, if these files do not, and where to get it
 * @param isLearned whether no column gives points until calibrate has learned them
 */
public record Draft(String yaml, List<String> said, String missing, boolean isLearned) {

    private static final int MOST_TITLES = 5;

    public Draft {
        said = List.copyOf(said);
    }

    /**
     * Writes a first rule file for the given exports, and reads it once as a proof.
     *
     * @param files at least one
     * @throws org.leadscore.problem.UsageException when several files look like contact lists
     * @throws org.leadscore.problem.InputException with all that could not be guessed, where it stands and what to do
     */
    public static Draft of(List<Given> files, Dates dates) {
        ExportLayout layout = ExportLayout.of(files, dates);
        String yaml = new DraftText(layout).yaml();
        try {
            RuleFile.parse("the rule file", yaml);
        } catch (RulesException ours) {
            throw new IllegalStateException("what init has written cannot be read: " + ours.getMessage(), ours);
        }
        return new Draft(yaml, said(layout), missing(layout), isLearned(layout));
    }

    private static boolean isLearned(ExportLayout layout) {
        Export contacts = layout.contacts();
        return contacts != null && new ExplicitProposals(contacts, layout.lead()).isLearned();
    }

    private static String missing(ExportLayout layout) {
        Export contacts = layout.contacts();
        String log =
                "a log of what they did, such as the visits of the web analytics or the openings and clicks of the mailings, in"
                        + " rows with '" + layout.lead().name() + "' and a time";
        List<String> lacking =
                contacts == null ? ExplicitProposals.USUAL : new ExplicitProposals(contacts, layout.lead()).lacking();
        String more = lacking.isEmpty()
                ? "more columns about them, from the CRM"
                : "columns such as " + listed(lacking) + ", from the CRM";
        if (contacts == null) {
            return "give a contact list too, with '" + layout.lead().name() + "' and " + more
                    + ", or a longer stretch of the log";
        }
        return layout.logs().isEmpty()
                ? "give " + log + "; or export the contact list with " + more
                : "export the contact list with " + more + ", or a longer stretch of the logs";
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static List<String> said(ExportLayout layout) {
        List<String> said = new ArrayList<>();
        Export contacts = layout.contacts();
        if (contacts != null) {
            String names = layout.lists().stream().map(Export::name).collect(Collectors.joining(", "));
            said.add(names + ": a contact list; "
                    + (layout.lead().isRowNumber()
                            ? "each row is a lead, as no column tells leads apart"
                            : "the lead is in '" + layout.lead().name() + "'" + why(contacts, layout.lead()))
                    + outcome(contacts, layout) + near(contacts, "--events"));
            layout.lists().forEach(list -> addDoubts(list, said));
        }
        for (ExportLayout.Log log : layout.logs()) {
            ExportColumn event = log.first().event();
            String names = log.exports().stream().map(Export::name).collect(Collectors.joining(", "));
            said.add(names + ": the log '" + log.name() + "'; the lead is in '"
                    + log.lead().name() + "', the time in '"
                    + log.time().column().name() + "', "
                    + (event == null ? "and no column names the event" : "the event in '" + event.name() + "'")
                    + near(log.first(), "--contacts"));
            if (event != null && event.holds(value -> value.matches("[0-9]+"))) {
                said.add(names + ": the events in '" + event.name()
                        + "' are numbers, which say nothing of their weight; look up in the tool what each means, as in its list of"
                        + " activity types, and set the points of the rules");
            }
            if (!log.isJoined()) {
                said.add(names + ": none of its first rows is about a lead of the contact list; look whether '"
                        + log.lead().name() + "' and '" + layout.lead().name() + "' name the same people");
            }
            log.exports().forEach(export -> addDoubts(export, said));
        }
        addDeals(layout, said);
        for (Lookup lookup : layout.lookups()) {
            said.add(String.format(
                    Locale.ROOT,
                    "%s: the lookup '%s'; '%s' of it is %s of the contacts, and %,d of the %,d looked at have a row%s",
                    lookup.export().name(),
                    lookup.name(),
                    lookup.key().name(),
                    lookup.isDomain()
                            ? "the domain in '" + lookup.by().name() + "'"
                            : "'" + lookup.by().name() + "'",
                    lookup.found(),
                    contacts == null ? 0 : contacts.sample().rows().size(),
                    lookup.unused() == 0 || Roles.isOfCompanies(lookup.export())
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "; rows about nobody in the contact list, which are no leads: %,d",
                                    lookup.unused())));
        }
        layout.links().forEach(link -> said.add("identities: " + link.reason()));
        said.addAll(layout.leftOut());
        return said;
    }

    /** The other columns that could be that of the lead, and why they are not. */
    private static String why(Export contacts, ExportColumn lead) {
        return contacts.columns().stream()
                .filter(column -> column.isMail() && !column.equals(lead))
                .findFirst()
                .map(other -> String.format(
                        Locale.ROOT,
                        "; '%s' has addresses too, %,d different ones in %,d rows",
                        other.name(),
                        other.distinct(),
                        other.values().size()))
                .orElse("");
    }

    /** Words for a file that is nearly as much like something else. */
    private static String near(Export export, String option) {
        return Math.abs(export.worthAsLog()) > 1
                ? ""
                : "; it is nearly as much like the other kind: if so, give it with " + option;
    }

    private static void addDeals(ExportLayout layout, List<String> said) {
        Deals deals = layout.deals();
        if (deals == null) {
            return;
        }
        Export.Timed time = deals.time();
        ExportColumn stage = deals.stage();
        said.add(deals.export().name() + ": outcomes, who became a customer; the lead is in '"
                + deals.lead().name() + "', "
                + (time == null
                        ? "and no column says when"
                        : "the time in '" + time.column().name() + "'")
                + (stage == null || deals.won().isEmpty()
                        ? ", and every row is a customer"
                        : ", and '" + stage.name() + "' says who: "
                                + (deals.won().size() == 1
                                        ? "1 of its values is"
                                        : deals.won().size() + " of its values are")
                                + " won and " + deals.lost().size()
                                + " lost, which 'won' and its comment name in the rule file"));
        addDoubts(deals.export(), said);
    }

    /** Adds what could be read in another way, and rows that cannot be read. */
    private static void addDoubts(Export export, List<String> said) {
        new TreeMap<>(export.numbers().doubtful()).forEach((name, value) -> {
            char mark = value.indexOf(',') < 0 ? '.' : ',';
            boolean isThousands = export.numbers().of(name).thousands() == mark;
            said.add(export.name() + ": the '" + mark + "' in '" + name + "', such as in " + CellText.of(value)
                    + ", is taken for " + (isThousands ? "a separator of thousands" : "a decimal point")
                    + "; write decimal and thousands if it is not so");
        });
        export.times().stream()
                .filter(timed -> !timed.guess().language().equals("en"))
                .findFirst()
                .ifPresent(timed -> said.add(export.name() + ": the months in '"
                        + timed.column().name() + "' are read as those of the language "
                        + timed.guess().language()
                        + "; write another one with language if they are not"));
        addSections(export, said);
        addUnreadable(export, said);
    }

    private static void addSections(Export export, List<String> said) {
        String section = export.sample().section();
        if (section != null) {
            List<String> others = export.sample().otherSections();
            said.add(export.name() + ": holds several tables; that under '" + ShownText.onOneLine(section)
                    + "' is used; if another one has the people, write its title for section: "
                    + CellText.columns(others, Listing.of(others, MOST_TITLES)));
        }
    }

    /** A clause about the column of the outcomes, and what to do with it; empty without one. */
    private static String outcome(Export contacts, ExportLayout layout) {
        ExplicitProposals proposals = new ExplicitProposals(contacts, layout.lead());
        return proposals
                .outcome()
                .map(outcome -> String.format(
                                Locale.ROOT,
                                "; '%s' is the outcome, %s of %,d of the %,d rows looked at",
                                outcome.column().name(),
                                CellText.of(outcome.won()),
                                outcome.conversions(),
                                outcome.conversions() + outcome.others())
                        + (proposals.isLearned()
                                ? "; no column gives points until 'leadscore calibrate --in-place' has learned them"
                                : "; too few to learn from yet"))
                .orElse("");
    }

    private static void addUnreadable(Export export, List<String> said) {
        List<Reject> rejects = export.sample().rejects();
        if (!rejects.isEmpty()) {
            said.add(String.format(
                    Locale.ROOT,
                    "%s: %,d of its first rows cannot be read, and will be set aside; the first: %s",
                    export.name(),
                    rejects.size(),
                    rejects.get(0).message()));
        }
    }
}
