package org.leadscore.cli.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.Words;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.history.PersonalData;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.problem.UsageException;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.earlier.PreviousRanking;
import org.leadscore.report.file.KeyFile;
import org.leadscore.report.ranking.HiddenReports;
import org.leadscore.report.table.Pseudonyms;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.next.Accounts;
import org.leadscore.rules.next.Acquisition;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.score.point.RankedLead;
import org.leadscore.segment.SourceTable;

/**
 * Hides people in the reports of one run, as {@code --pseudonymize} and {@code --hide} ask for; without them it changes
 * nothing. Taken by {@link ScoreJob}.
 */
final class Hiding {

    /** The number of leads whose values are looked at for those of people. */
    private static final int SAMPLE = 1000;

    private final ScoreRequest request;
    private final RuleSet rules;
    /** Null where nothing is hidden. */
    private final @Nullable Pseudonyms pseudonyms;

    private final @Nullable HiddenReports reports;

    /** The name of the earlier ranking if it has pseudonyms; empty otherwise. */
    private String pseudonymsBefore = "";

    /** The leads who objected, who are not named though an earlier ranking has them. */
    private Objections objections = Objections.NONE;

    /** Their pseudonyms. */
    private final Set<String> unspoken = ConcurrentHashMap.newKeySet();

    private Hiding(
            ScoreRequest request, RuleSet rules, @Nullable Pseudonyms pseudonyms, @Nullable HiddenReports reports) {
        this.request = request;
        this.rules = rules;
        this.pseudonyms = pseudonyms;
        this.reports = reports;
    }

    /**
     * Reads the key, and checks the columns.
     *
     * @throws UsageException when a column to be hidden is not there, or a column with ids is not hidden
     * @throws InputException when the key file is no good
     */
    static Hiding of(ScoreRequest request, RuleSet rules) {
        Path key = request.key();
        if (key == null) {
            return new Hiding(request, rules, null, null);
        }
        List<String> hidden = hidden(request.hidden(), HiddenReports.columns(rules));
        refuseIds(rules, hidden);
        Pseudonyms pseudonyms =
                new Pseudonyms(KeyFile.read(key), rules.sources().areIdsExact());
        return new Hiding(request, rules, pseudonyms, new HiddenReports(pseudonyms, rules, hidden));
    }

    /** The columns to be hidden: an option's value is a column, or several with commas between them. */
    private static List<String> hidden(List<String> options, List<String> columns) {
        List<String> hidden = new ArrayList<>();
        for (String option : options) {
            List<String> names = isOneOf(option, columns) ? List.of(option) : List.of(option.split(",", -1));
            for (String name : names) {
                if (!isOneOf(name, columns)) {
                    throw new UsageException(
                            columns.isEmpty()
                                    ? "--hide " + name
                                            + ": the reports have no columns of contacts; ids are hidden anyway"
                                    : "--hide " + name + ": no report has such a column" + Words.hint(name, columns));
                }
                hidden.add(Text.strip(name));
            }
        }
        return hidden;
    }

    private static boolean isOneOf(String name, List<String> columns) {
        return columns.stream().map(Text::fold).anyMatch(Text.fold(name)::equals);
    }

    /** Refuses a report that has the column of the ids, and would show what the pseudonyms hide. */
    private static void refuseIds(RuleSet rules, List<String> hidden) {
        ContactSource contacts = rules.sources().contacts();
        if (contacts == null) {
            return;
        }
        Accounts accounts = rules.followUp().accounts();
        List<String> shown = Stream.concat(
                        rules.reportColumns().stream(),
                        accounts == null ? Stream.<Field>empty() : accounts.columns().stream())
                .map(Field::name)
                .toList();
        for (Field id : contacts.lead().fields()) {
            if (isOneOf(id.name(), shown) && !isOneOf(id.name(), hidden)) {
                throw new UsageException("the column '" + id.name()
                        + "' stands in the reports and holds the ids of the leads; with --pseudonymize, add --hide "
                        + id.name() + ", or leave the column out of the report");
            }
        }
    }

    /** Has the leads who objected named nowhere. Called before {@link #isUnspoken}. */
    void leaveUnspoken(Objections others) {
        objections = others;
        Pseudonyms names = pseudonyms;
        if (names != null) {
            others.ids().forEach(id -> unspoken.add(names.ofLead(id)));
        }
    }

    /** True for the id by which this run calls a lead who objected. */
    boolean isUnspoken(String called) {
        return objections.include(called) || unspoken.contains(called);
    }

    /** The id by which this run calls a lead, given the id or the pseudonym that an earlier report has. */
    String called(String id) {
        Pseudonyms names = pseudonyms;
        if (names == null || Pseudonyms.isOne(id)) {
            return id;
        }
        String called = names.ofLead(id);
        if (objections.include(id)) {
            unspoken.add(called);
        }
        return called;
    }

    /** A message without the values that stand in it in quotes. */
    String withoutValues(String message) {
        return pseudonyms == null ? message : message.replaceAll("'[^']*'", "'…'");
    }

    /** The result as it is reported. */
    Result of(Result real) {
        return reports == null ? real : reports.of(real);
    }

    /**
     * Makes sure that a ranking with pseudonyms is not compared with ids.
     *
     * @param name of the earlier ranking
     * @throws InputException when all leads would be new, and all of the earlier ranking gone
     */
    void refuseOtherIds(String name, PreviousRanking before, Result shown) {
        pseudonymsBefore = before.isPseudonymous() ? name : "";
        boolean isOurs =
                shown.ids().isEmpty() || Pseudonyms.isOne(shown.ids().get(0).toString());
        if (before.isPseudonymous() && !isOurs) {
            throw new InputException(
                    name + ": has pseudonyms in place of ids, and can be compared with by their key only:"
                            + " give --pseudonymize KEYFILE, or leave --previous out for once");
        }
    }

    /**
     * Tells what still names people in the reports, and that an earlier ranking seems to be of another key, in sentences.
     *
     * @param changes since the earlier ranking; null without one
     */
    List<String> doubts(Result real, @Nullable Changes changes) {
        HiddenReports of = reports;
        if (of == null) {
            return List.of();
        }
        List<String> doubts = new ArrayList<>();
        List<RankedLead> sample =
                real.leads().subList(0, Math.min(SAMPLE, real.leads().size()));
        for (int column : of.shownColumns()) {
            String name = rules.reportColumns().get(column).name();
            List<String> values = sample.stream()
                    .map(lead -> lead.fields().get(column).toString())
                    .toList();
            addDoubt(name, PersonalData.isOfPeople(name, values), doubts);
        }
        Accounts accounts = rules.followUp().accounts();
        if (accounts != null) {
            accounts.columns().stream()
                    .map(Field::name)
                    .filter(name -> !of.isHidden(name) && !isOneOf(name, names(rules.reportColumns())))
                    .forEach(name -> addDoubt(name, PersonalData.isOfPeople(name, List.of()), doubts));
        }
        Acquisition acquisition = rules.followUp().acquisition();
        Result.Sources sources = real.sources();
        if (acquisition != null
                && sources != null
                && !of.isHidden(acquisition.column().name())) {
            String name = acquisition.column().name();
            List<String> values =
                    sources.rows().stream().map(SourceTable.Row::source).toList();
            addDoubt(name, PersonalData.isOfPeople(name, values), doubts);
        }
        if (changes != null
                && !pseudonymsBefore.isEmpty()
                && changes.appeared() == real.leads().size()) {
            doubts.add("none of the pseudonyms in " + pseudonymsBefore
                    + " is one of this run; was it written with another key?");
        }
        Path ledger = request.ledger();
        Path directory = request.outputDirectory();
        if (ledger != null && directory != null && InputsAndOutputs.isIn(ledger, directory)) {
            doubts.add("the ledger " + ledger + " has ids, and stands in " + directory
                    + "; keep it elsewhere if that directory is handed out");
        }
        return doubts;
    }

    private void addDoubt(String column, boolean isOfPeople, List<String> doubts) {
        Accounts accounts = rules.followUp().accounts();
        Field by = accounts == null ? null : accounts.by().field();
        boolean isAccount = by != null && Text.fold(by.name()).equals(Text.fold(column));
        if (isOfPeople || isAccount) {
            doubts.add("the column '" + column + "' " + (isOfPeople ? "seems to name people" : "names the accounts")
                    + ", and stands in the reports as it is; --hide " + column + " replaces it");
        }
    }

    private static List<String> names(List<Field> columns) {
        return columns.stream().map(Field::name).toList();
    }
}
