package org.leadscore.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.CellText;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.file.RuleFile;

/**
 * A first rule file with what the user is told of it. The same files make the same text, to the byte.
 *
 * @param yaml the text, which is read without a problem
 * @param said a line for each file: what it seems to be, and whether some of its rows cannot be read
 */
public record Draft(String yaml, List<String> said) {

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
        return new Draft(yaml, said(layout));
    }

    private static List<String> said(ExportLayout layout) {
        List<String> said = new ArrayList<>();
        Export contacts = layout.contacts();
        if (contacts != null) {
            said.add(contacts.name() + ": a contact list; "
                    + (layout.lead().isRowNumber()
                            ? "each row is a lead, as no column tells leads apart"
                            : "the lead is in '" + layout.lead().name() + "'")
                    + outcome(contacts, layout.lead()));
            addUnreadable(contacts, said);
        }
        for (ExportLayout.Log log : layout.logs()) {
            ExportColumn event = log.first().event();
            String names = log.exports().stream().map(Export::name).collect(Collectors.joining(", "));
            said.add(names + ": the log '" + log.name() + "'; the lead is in '"
                    + log.lead().name() + "', the time in '"
                    + log.time().column().name() + "', "
                    + (event == null ? "and no column names the event" : "the event in '" + event.name() + "'"));
            log.exports().forEach(export -> addUnreadable(export, said));
        }
        return said;
    }

    /** A clause about the column of the outcomes, and what to do with it; empty without one. */
    private static String outcome(Export contacts, ExportColumn lead) {
        ExplicitProposals proposals = new ExplicitProposals(contacts, lead);
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
