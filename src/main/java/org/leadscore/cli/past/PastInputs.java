package org.leadscore.cli.past;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.run.ObjectionFiles;
import org.leadscore.cli.run.ProgressLine;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.past.Past;
import org.leadscore.engine.past.PastReader;
import org.leadscore.history.PastHistory;
import org.leadscore.history.Timeline;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Location;
import org.leadscore.problem.RulesException;
import org.leadscore.report.screen.Sheet;
import org.leadscore.report.summary.SummaryText;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.ColumnCheck;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.OutcomeSource;

/**
 * The rule file and the sources of the past, opened, and the snapshots that are looked at. The jobs of
 * {@code calibrate}, {@code evaluate} and {@code discover} make one and close it.
 */
final class PastInputs implements AutoCloseable {

    private final Surroundings surroundings;
    private final PastRequest request;
    private final RuleFile file;
    private final RuleSet rules;
    /** The source that tells who became a customer. */
    private final OutcomeSource outcomes;
    /** The line of progress, cleared before anything is printed. */
    private final ProgressLine line;
    /** The open files of all sources. */
    private final Exports exports;
    /** Reads from the sources what leads were like at the snapshots. */
    private final PastReader reader;
    /** The snapshots and the horizon. */
    private final Timeline timeline;

    /**
     * Opens the sources and chooses the snapshots.
     *
     * @param command the command that needs the outcomes, for a message
     * @param rules the rules of the file, over the sources that are read
     * @throws RulesException when the rule file has no outcomes, or asks for columns that are missing
     * @throws InputException when the outcomes have no rows
     */
    PastInputs(Surroundings surroundings, PastRequest request, String command, RuleFile file, RuleSet rules) {
        this.surroundings = surroundings;
        this.request = request;
        this.file = file;
        this.rules = rules;
        this.outcomes = outcomes(command, file, rules);
        this.line =
                new ProgressLine(surroundings.screen(), surroundings.terminal().width(), System::nanoTime);
        this.exports = Exports.withOutcomes(rules.sources(), outcomes, request.rules(), surroundings.in());
        try {
            ColumnCheck.refuseMissing(file, rules, exports.contactColumns(), exports.eventColumns());
            ColumnCheck.refuseMissingOutcomes(file, outcomes, rules, exports.outcomeColumns());
            boolean drawn = surroundings.terminal().drawn() && !request.quiet();
            long now = surroundings.clock().millis();
            Objections objections = ObjectionFiles.read(rules, request.rules());
            exports.tellToo(objections.oddities());
            this.reader = new PastReader(
                    rules, outcomes, exports, request.threads(), drawn ? line : Progress.NONE, objections, now);
            if (reader.outcomeRows() == 0) {
                throw new InputException("nothing to learn from: the outcomes have no rows; is their export empty?");
            }
            Timeline.Request wanted = request.timeline(rules.timezone(), now);
            this.timeline = outcomes.time() == null
                    ? Timeline.flat(reader.events(), wanted)
                    : Timeline.of(reader.events(), reader.conversions(), wanted, rules.timezone());
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    RuleFile file() {
        return file;
    }

    /** The rules of the file, over the sources that are read. */
    RuleSet rules() {
        return rules;
    }

    PastReader reader() {
        return reader;
    }

    Timeline timeline() {
        return timeline;
    }

    /** The names of all columns of the contact list; null without one. */
    @Nullable
    Set<String> contactColumns() {
        return exports.contactColumns();
    }

    /** Makes sure that the rules of another file find their columns in these sources. */
    void refuseMissing(RuleFile other) {
        ColumnCheck.refuseMissing(
                other, other.rules().withSources(rules.sources()), exports.contactColumns(), exports.eventColumns());
    }

    /**
     * Makes sure that each trusted name is one that is looked at.
     *
     * @param other a rule file that is looked at besides; null for none
     */
    void requireKnown(PastHistory past, @Nullable RuleFile other) {
        past.requireKnown(request.trusted(), other == null ? null : other.rules());
    }

    /** Prints what became of the rows, unless {@code --quiet} was given, and the warnings. */
    void tellRows(Past past) {
        line.clear();
        Sheet sheet = surroundings.messages().sheet();
        if (!request.quiet()) {
            SummaryText.rows(past.tallies(), reader.rejects(), past.wrongValues(), exports.oddities(), sheet);
            sheet.gap();
        }
        SummaryText.warnings(past.warnings(), sheet);
        surroundings.messages().print(sheet);
    }

    @Override
    public void close() {
        line.clear();
        exports.close();
    }

    private static OutcomeSource outcomes(String command, RuleFile file, RuleSet rules) {
        Location start = new Location(file.name(), 1, 1);
        OutcomeSource outcomes = rules.sources().outcomes();
        if (outcomes == null || outcomes.files().patterns().isEmpty()) {
            throw new RulesException(List.of(file.problem(
                    outcomes == null ? start : outcomes.files().at(),
                    command + " needs to know who became a customer; add sources: outcomes, such as"
                            + " outcomes: {path: customers.csv, lead: email, time: closed_at}")));
        }
        ContactSource contacts = rules.sources().contacts();
        boolean isTold = contacts != null && contacts.since() != null;
        if (outcomes.time() != null
                && contacts != null
                && !isTold
                && rules.sources().events().isEmpty()) {
            throw new RulesException(List.of(file.problem(
                    contacts.files().at(),
                    command + " needs to know when a lead became known, and there are no events to tell;"
                            + " add since, the column that has the time, to the contacts: since: created_at")));
        }
        return outcomes;
    }
}
