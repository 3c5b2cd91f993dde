package org.leadscore.cli.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.ChosenSources;
import org.leadscore.cli.run.CommandText;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.cli.run.ObjectionFiles;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.held.AskedPersons;
import org.leadscore.engine.held.Held;
import org.leadscore.engine.held.HeldReader;
import org.leadscore.engine.leads.Objections;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.InputsRead;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.problem.UsageException;
import org.leadscore.report.earlier.LedgerCsv;
import org.leadscore.report.earlier.ReportsOfLeads;
import org.leadscore.report.file.Outputs;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.segment.Ledger;

/** Takes leads out of the ledger, and finds the files that hold them still. */
final class ForgetJob {

    private static final String TWICE = "forget looks through files only";

    /**
     * The result of forgetting.
     *
     * @param text what was taken out and what still holds the leads, for the person who asked
     * @param hadAll whether the ledger had something of each lead
     */
    record Outcome(String text, boolean hadAll) {}

    private final Surroundings surroundings;
    private final Path file;
    private final ChosenSources sources;
    private final Path ledgerFile;
    private final @Nullable Path reports;
    private final boolean dryRun;

    /**
     * A job that has not begun.
     *
     * @param reports a directory of reports that may name the leads; null for none
     * @param dryRun whether nothing is written
     */
    ForgetJob(
            Surroundings surroundings,
            Path file,
            ChosenSources sources,
            Path ledgerFile,
            @Nullable Path reports,
            boolean dryRun) {
        this.surroundings = surroundings;
        this.file = file;
        this.sources = sources;
        this.ledgerFile = ledgerFile;
        this.reports = reports;
        this.dryRun = dryRun;
    }

    /**
     * Takes the leads out of the ledger, which is not touched if it has none of them.
     *
     * @param leads their ids
     * @throws InputException when there is no ledger, or it cannot be read
     */
    Outcome run(List<String> leads) {
        leads.forEach(ForgetJob::refuseBlank);
        RuleFile read = RuleFile.read(file);
        RuleSet rules = sources.over(read.rules(), file.toString(), surroundings);
        InputsAndOutputs.refuseInput(ledgerFile, file, rules);
        List<String> notes = new ArrayList<>();
        AskedPersons persons = persons(rules, leads, notes);
        Map<String, List<Ledger.Entry>> taken =
                dryRun ? entries(ledger(rules), rules, persons, leads) : taken(rules, persons, leads);
        StringBuilder text = new StringBuilder();
        leads.stream().distinct().forEach(lead -> text.append(otherIds(persons.ids(lead))));
        taken.forEach((lead, entries) -> text.append(sentence(lead, entries)).append('\n'));
        text.append(still(rules, persons, leads.size(), notes));
        return new Outcome(text.toString(), taken.values().stream().noneMatch(List::isEmpty));
    }

    private static void refuseBlank(String lead) {
        if (Text.isBlank(lead)) {
            throw new UsageException("the id of a lead is blank");
        }
    }

    /**
     * The leads with all their other ids, or without if the links cannot be read.
     *
     * @param notes takes a sentence about that
     */
    private AskedPersons persons(RuleSet rules, List<String> leads, List<String> notes) {
        boolean exact = rules.sources().areIdsExact();
        if (rules.sources().identities().isEmpty()) {
            return AskedPersons.withoutLinks(exact, leads);
        }
        try (Exports exports = exports(rules)) {
            return AskedPersons.of(rules, exports, leads);
        } catch (InputException unreadable) {
            notes.add("other ids of " + (leads.size() == 1 ? "the person" : "these persons")
                    + " are not known, as the links between ids could not be read: " + unreadable.getMessage());
            return AskedPersons.withoutLinks(exact, leads);
        }
    }

    private static String otherIds(List<String> ids) {
        return ids.size() == 1 ? "" : ids.get(0) + " is also " + String.join(", ", ids.subList(1, ids.size())) + "\n";
    }

    private Map<String, List<Ledger.Entry>> taken(RuleSet rules, AskedPersons persons, List<String> leads) {
        String command = new CommandText("forget").with("--ledger", ledgerFile).toString();
        try (Outputs outputs = new Outputs(surroundings::note, command)) {
            Outputs.Output output = outputs.claim(ledgerFile);
            outputs.ready();
            Ledger ledger = ledger(rules);
            Ledger left = ledger.without(persons.all()::include);
            if (left.entries().size() < ledger.entries().size()) {
                output.write(out -> LedgerCsv.write(left, rules.timezone(), out, 1));
                outputs.commit();
            }
            return entries(ledger, rules, persons, leads);
        }
    }

    private Ledger ledger(RuleSet rules) {
        if (!Files.exists(ledgerFile)) {
            throw new InputException(ledgerFile + ": there is no such ledger; --ledger FILE names another");
        }
        return LedgerCsv.read(
                Input.of(ledgerFile, ledgerFile.toString()), rules.sources().areIdsExact(), rules.timezone());
    }

    /** The entries of each lead, by the id that was given. */
    private static Map<String, List<Ledger.Entry>> entries(
            Ledger ledger, RuleSet rules, AskedPersons persons, List<String> leads) {
        Map<String, List<Ledger.Entry>> entries = new LinkedHashMap<>();
        for (String lead : leads) {
            Objections asked = Objections.of(rules.sources().areIdsExact(), persons.ids(lead));
            entries.put(
                    lead,
                    ledger.entries().stream()
                            .filter(entry -> asked.include(entry.lead()))
                            .toList());
        }
        return entries;
    }

    private String sentence(String lead, List<Ledger.Entry> entries) {
        if (entries.isEmpty()) {
            return ledgerFile + ": has nothing of " + lead;
        }
        List<String> kinds = new ArrayList<>();
        for (Ledger.Kind kind : Ledger.Kind.values()) {
            long count = entries.stream().filter(entry -> entry.kind() == kind).count();
            if (count > 0) {
                kinds.add(plural(count, kind.word()));
            }
        }
        return ledgerFile + ": " + String.join(" and ", kinds) + " of " + lead
                + (dryRun ? " would be taken out" : entries.size() == 1 ? " was taken out" : " were taken out");
    }

    /**
     * Tells the files that hold the leads still.
     *
     * @param leads number of them
     * @param notes sentences that are told besides
     */
    private String still(RuleSet rules, AskedPersons persons, int leads, List<String> notes) {
        List<String> rows = new ArrayList<>();
        boolean isExported = false;
        boolean isComplete = true;
        try {
            Map<String, Integer> counts = rowsByFile(rules, persons);
            counts.forEach((name, count) -> rows.add(name + ": " + plural(count, "row")));
            isExported = !counts.isEmpty();
        } catch (InputException unreadable) {
            isComplete = false;
            notes.add("the exports could not be looked through: " + unreadable.getMessage());
        }
        try {
            for (Map.Entry<String, List<Long>> list :
                    ObjectionFiles.lines(rules, file, persons.all()).entrySet()) {
                for (long line : list.getValue()) {
                    rows.add(list.getKey() + ": line " + line + ", an objection");
                }
            }
        } catch (InputException unreadable) {
            isComplete = false;
            notes.add("the objections could not be looked through: " + unreadable.getMessage());
        }
        Path directory = reports;
        if (directory == null) {
            notes.add("reports were not looked through; --output-dir DIR does that");
        } else {
            List<Path> found = ReportsOfLeads.in(directory, persons.all());
            found.forEach(report -> rows.add(report + ": a report, until a run writes it anew"));
        }
        if (isExported) {
            notes.add(
                    "while an export has a lead that did not object, the next run ranks it and may hand it over again:"
                            + " delete it where the export comes from, or put it into the list of suppress");
        }
        StringBuilder text = new StringBuilder();
        if (!rows.isEmpty()) {
            text.append("still held in\n");
            rows.forEach(row -> text.append("  ").append(row).append('\n'));
        } else if (isComplete) {
            text.append("no export and no list of objections holds ")
                    .append(leads == 1 ? "it" : "them")
                    .append('\n');
        }
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    private Exports exports(RuleSet rules) {
        OutcomeSource outcomes = rules.sources().outcomes();
        boolean hasOutcomes = outcomes != null && !outcomes.files().patterns().isEmpty();
        return Exports.shared(rules.sources(), hasOutcomes ? outcomes : null, file, TWICE, new InputsRead());
    }

    private Map<String, Integer> rowsByFile(RuleSet rules, AskedPersons persons) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (Exports exports = exports(rules)) {
            Held held = HeldReader.read(rules, exports, persons);
            held.contacts().forEach(row -> counts.merge(row.file(), 1, Integer::sum));
            held.events().forEach(row -> counts.merge(row.file(), 1, Integer::sum));
            held.outcomes().forEach(row -> counts.merge(row.file(), 1, Integer::sum));
            held.links().forEach(row -> counts.merge(row.file(), 1, Integer::sum));
            held.rejects().forEach(reject -> counts.merge(reject.source(), 1, Integer::sum));
        }
        return counts;
    }

    private static String plural(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
