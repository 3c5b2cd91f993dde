package org.leadscore.rules.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Location;
import org.leadscore.problem.Nearest;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.made.MadeColumn;
import org.leadscore.rules.next.Acquisition;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.Interest;
import org.leadscore.rules.read.AskedColumns;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.LeadKey;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.yaml.Findings;

/**
 * Finds the columns that rules and reports name and their sources do not have. The columns that a source itself cannot do
 * without are looked for in each of its files, when that is opened.
 */
public final class ColumnCheck {

    private static final int MOST_NAMED = 20;

    private static final String OF_CONTACTS = "the contacts have";
    private static final String OF_EVENTS = "the events have";

    /** Makes a problem of a place and a message. */
    private final BiFunction<Location, String, Problem> problem;

    private final RuleSet rules;
    /** The header of the contact list; null without one. */
    private final @Nullable Set<String> contacts;
    /** The headers of logs, by name. */
    private final Map<String, Set<String>> events;
    /** The columns found to be missing so far. */
    private final List<Problem> problems = new ArrayList<>();
    /** The names of all columns looked for so far. */
    private final AskedColumns asked = new AskedColumns(new HashSet<>(), new HashSet<>());

    private ColumnCheck(
            BiFunction<Location, String, Problem> problem,
            RuleSet rules,
            @Nullable Set<String> contacts,
            Map<String, Set<String>> events) {
        this.problem = problem;
        this.rules = rules;
        this.contacts = contacts;
        this.events = events;
    }

    /**
     * All problems of a file: columns that are missing, and what else is wrong, in the order of the file.
     *
     * @param rules the rules of the file, over the sources that are read
     * @param contacts the header of the contact list, null where there is none
     * @param events the headers by the name of the log; logs that are not in it are not looked at
     */
    public static List<Problem> problems(
            Inspection file, RuleSet rules, @Nullable Set<String> contacts, Map<String, Set<String>> events) {
        List<Problem> problems = new ArrayList<>(file.problems());
        problems.addAll(missing(file.source()::problem, rules, contacts, events));
        return Findings.inOrder(problems);
    }

    private static List<Problem> missing(
            BiFunction<Location, String, Problem> problem,
            RuleSet rules,
            @Nullable Set<String> contacts,
            Map<String, Set<String>> events) {
        ColumnCheck check = new ColumnCheck(problem, rules, contacts, events);
        check.ofContacts();
        check.ofEvents();
        return Findings.inOrder(check.problems);
    }

    /** The columns that the rules look at. */
    static AskedColumns asked(RuleSet rules) {
        ColumnCheck check =
                new ColumnCheck((at, message) -> new Problem(at, message, ""), rules, Set.of(), Map.of("", Set.of()));
        check.ofContacts();
        check.ofEvents();
        ContactSource contacts = rules.sources().contacts();
        addLead(contacts == null ? null : contacts.lead(), check.asked.ofContacts());
        if (contacts != null) {
            addOrigins(contacts.dialect(), check.asked.ofContacts());
            contacts.dialect()
                    .lookups()
                    .forEach(lookup -> check.asked.ofContacts().add(lookup.by().name()));
        }
        for (EventSource log : rules.sources().events()) {
            addLead(log.lead(), check.asked.ofEvents());
            addOrigins(log.dialect(), check.asked.ofEvents());
            log.dialect()
                    .leaveOutColumns()
                    .forEach(field -> check.asked.ofEvents().add(field.name()));
            log.time()
                    .columns()
                    .fields()
                    .forEach(field -> check.asked.ofEvents().add(field.name()));
            log.key().forEach(field -> check.asked.ofEvents().add(field.name()));
        }
        return check.asked;
    }

    /** Adds the columns that others are made of. */
    private static void addOrigins(Dialect dialect, Set<String> columns) {
        for (MadeColumn made : dialect.cells().made()) {
            Field from = made.from();
            if (from != null) {
                columns.add(from.name());
            }
        }
    }

    private static void addLead(@Nullable LeadKey lead, Set<String> columns) {
        if (lead == null) {
            columns.add("email");
        } else {
            lead.fields().forEach(field -> columns.add(field.name()));
        }
    }

    /**
     * Checks that no column is missing, for a file without problems of its own.
     *
     * @param rules the rules of the file, over the sources that are read
     * @param contacts the header of the contact list, null where there is none
     * @param events the headers by the name of the log; logs that are not in it are not looked at
     * @throws RulesException with every column that is missing, in the order of the file
     */
    public static void refuseMissing(
            RuleFile file, RuleSet rules, @Nullable Set<String> contacts, Map<String, Set<String>> events) {
        List<Problem> problems = missing(file::problem, rules, contacts, events);
        if (!problems.isEmpty()) {
            throw new RulesException(problems);
        }
    }

    /**
     * Checks that the outcomes have every column that the rule file asks of them.
     *
     * @param header of the outcomes
     * @throws RulesException with every column that is missing, in the order of the file
     */
    public static void refuseMissingOutcomes(RuleFile file, OutcomeSource outcomes, RuleSet rules, Set<String> header) {
        ColumnCheck check = new ColumnCheck(file::problem, rules, null, Map.of());
        check.look(outcomes.dialect().leaveOutColumns(), header, "the outcomes have");
        if (outcomes.won() != null) {
            check.look(outcomes.won().fields(), header, "the outcomes have");
        }
        if (!check.problems.isEmpty()) {
            throw new RulesException(Findings.inOrder(check.problems));
        }
    }

    private void ofContacts() {
        if (contacts == null) {
            needsContacts().ifPresent(problems::add);
            return;
        }
        rules.explicit().forEach(rule -> look(rule.attribute().fields(), contacts, OF_CONTACTS));
        for (Disqualifier disqualifier : rules.disqualifiers()) {
            look(disqualifier.contactFields(), contacts, OF_CONTACTS);
        }
        rules.followUp().conditions().forEach(when -> look(when.fields(), contacts, OF_CONTACTS));
        look(rules.keptColumns(), contacts, OF_CONTACTS);
        ContactSource source = rules.sources().contacts();
        if (source != null) {
            look(source.dialect().leaveOutColumns(), contacts, OF_CONTACTS);
        }
        if (source != null && source.since() != null) {
            look(source.since().columns().fields(), contacts, OF_CONTACTS);
        }
    }

    /** The problem of the first thing that needs contacts: one mistake, however much depends on it. */
    private Optional<Problem> needsContacts() {
        String remedy = "; add sources: contacts, or name the file with --contacts";
        Stream<Problem> explicit = rules.explicit().stream()
                .map(rule -> problem.apply(rule.at(), "explicit rules need contacts" + remedy));
        Stream<Problem> disqualify = rules.disqualifiers().stream()
                .flatMap(disqualifier -> disqualifier.contactFields().stream())
                .map(field -> problem.apply(field.at(), "when needs contacts" + remedy));
        Stream<Problem> report = rules.reportColumns().stream()
                .map(column -> problem.apply(column.at(), "report columns come from contacts" + remedy));
        Stream<Problem> leads = rules.followUp().conditions().stream()
                .flatMap(when -> when.fields().stream())
                .map(field -> problem.apply(field.at(), "a contact column needs contacts" + remedy));
        Stream<Problem> kept = rules.followUp().contactColumns().stream()
                .map(column -> problem.apply(column.at(), "a contact column needs contacts" + remedy));
        return Stream.of(explicit, disqualify, report, leads, kept)
                .flatMap(each -> each)
                .findFirst();
    }

    private void ofEvents() {
        if (events.isEmpty()) {
            return;
        }
        Set<String> all = new TreeSet<>();
        events.values().forEach(all::addAll);
        for (ImplicitRule rule : rules.implicit()) {
            look(rule.activity().fields(), all, OF_EVENTS);
        }
        for (Disqualifier disqualifier : rules.disqualifiers()) {
            look(disqualifier.eventFields(), all, OF_EVENTS);
        }
        ofFollowUp(rules.followUp(), all);
        for (EventSource log : rules.sources().events()) {
            Set<String> header = events.get(log.name());
            if (header != null) {
                look(log.dialect().leaveOutColumns(), header, "the events of '" + log.name() + "' have");
            }
        }
    }

    private void ofFollowUp(FollowUp followUp, Set<String> all) {
        for (Condition.Did did : followUp.dids()) {
            look(did.eventFields(), all, OF_EVENTS);
        }
        for (Interest interest : followUp.interests()) {
            interest.rules().forEach(rule -> look(rule.activity().fields(), all, OF_EVENTS));
        }
        Acquisition acquisition = followUp.acquisition();
        if (acquisition != null) {
            look(acquisition.eventColumns(), all, OF_EVENTS);
        }
    }

    private void look(List<Field> fields, Set<String> header, String owner) {
        for (Field field : fields) {
            (owner.equals(OF_CONTACTS) ? asked.ofContacts() : asked.ofEvents()).add(field.name());
            boolean isNamed = !Text.isBlank(field.name()); // or else that has been reported
            if (isNamed && field.kind() == Field.Kind.COLUMN && !header.contains(field.name())) {
                List<String> known = header.stream()
                        .filter(name -> !Text.isBlank(name))
                        .sorted()
                        .toList();
                String others = known.isEmpty() ? "" : "; known are " + Listing.of(known, MOST_NAMED);
                String hint = Nearest.hint(field.name(), known, others);
                problems.add(problem.apply(field.at(), "%s no column '%s'%s".formatted(owner, field.name(), hint)));
            }
        }
    }
}
