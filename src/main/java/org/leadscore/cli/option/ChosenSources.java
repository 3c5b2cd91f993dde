package org.leadscore.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.lead.Text;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Location;
import org.leadscore.problem.UsageException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.SourceFiles;
import org.leadscore.rules.source.Sources;

/**
 * The files that the command line gives in place of the rule file's.
 *
 * @param contacts a file, {@code -}, or null for the contacts of the rule file
 * @param events each a file or {@code -}, with or without the name of a log and {@code =} before it
 */
public record ChosenSources(@Nullable String contacts, List<String> events) {

    private static final String STANDARD_INPUT = "-";

    public ChosenSources {
        events = List.copyOf(events);
        if (fromStandardInput(contacts, events) > 1) {
            throw new UsageException("standard input can be read once only: give '-' to one source");
        }
    }

    /** True when one of the sources is standard input. */
    public boolean readStandardInput() {
        return fromStandardInput(contacts, events) > 0;
    }

    /**
     * The same rules over these files; every source that is needed has one.
     *
     * @param rulesFile as messages name it
     * @throws UsageException for a log that the rule file does not have, when it is not clear which one is meant, or
     *     when a source has no file
     */
    public RuleSet over(RuleSet rules, String rulesFile, Surroundings surroundings) {
        return complete(asFarAsNamed(rules, rulesFile, surroundings));
    }

    /**
     * The same rules over these files, where sources may still be without one: a later command line can name it.
     *
     * @throws UsageException for a log that the rule file does not have, or when it is not clear which one is meant
     */
    public RuleSet asFarAsNamed(RuleSet rules, String rulesFile, Surroundings surroundings) {
        return contacts == null && events.isEmpty() ? rules : chosen(rules, rulesFile, surroundings);
    }

    private static long fromStandardInput(@Nullable String contacts, List<String> events) {
        return events.stream()
                        .filter(given -> given.equals(STANDARD_INPUT) || given.endsWith("=" + STANDARD_INPUT))
                        .count()
                + (STANDARD_INPUT.equals(contacts) ? 1 : 0);
    }

    private RuleSet chosen(RuleSet rules, String rulesFile, Surroundings surroundings) {
        Location start = new Location(rulesFile, 1, 1);
        UnaryOperator<String> resolve = file -> file.equals(STANDARD_INPUT) || RemoteFiles.isUri(file)
                ? file
                : surroundings.resolve(file).toString();
        Sources given = rules.sources();
        return rules.withSources(new Sources(
                contacts == null
                        ? given.contacts()
                        : contacts(given, files(List.of(contacts), resolve, start), rules.timezone()),
                events.isEmpty() ? given.events() : logs(given.events(), resolve, start),
                contacts == null ? given.outcomes() : outcomes(given, files(List.of(contacts), resolve, start)),
                given.objections(),
                given.identities(),
                given.lists()));
    }

    /** The outcomes, read from the given contacts when the rule file has them in its contact list. */
    private static @Nullable OutcomeSource outcomes(Sources given, SourceFiles contacts) {
        ContactSource list = given.contacts();
        OutcomeSource outcomes = given.outcomes();
        boolean inTheList = outcomes != null
                && list != null
                && outcomes.files().patterns().equals(list.files().patterns());
        return outcomes != null && inTheList ? outcomes.withFiles(contacts) : outcomes;
    }

    /** The rules over sources that all have a file. A log without one is left out when no rule asks for events. */
    private static RuleSet complete(RuleSet rules) {
        Sources sources = rules.sources();
        ContactSource list = sources.contacts();
        if (list != null && list.files().patterns().isEmpty()) {
            throw new UsageException(
                    "the contacts have no file; give them a path in the rule file, or name it with --contacts FILE");
        }
        List<EventSource> logs = new ArrayList<>();
        for (EventSource log : sources.events()) {
            if (!log.files().patterns().isEmpty()) {
                logs.add(log);
            } else if (list == null
                    || !rules.implicit().isEmpty()
                    || rules.followUp().looksAtEvents()) {
                throw new UsageException("the log '" + log.name()
                        + "' has no file; give it a path in the rule file, or name it with --events "
                        + (sources.events().size() > 1 ? log.name() + "=FILE" : "FILE"));
            }
        }
        return rules.withSources(new Sources(
                list, logs, sources.outcomes(), sources.objections(), sources.identities(), sources.lists()));
    }

    /** The contact list with the given files. A list that the rule file does not have compares ids as its logs do. */
    private static ContactSource contacts(Sources given, SourceFiles files, ZoneDays zone) {
        ContactSource list = given.contacts();
        boolean exact = given.events().stream().anyMatch(log -> log.lead().exact());
        return list == null ? ContactSource.usual(files, exact, zone) : list.withFiles(files);
    }

    private List<EventSource> logs(List<EventSource> given, UnaryOperator<String> resolve, Location start) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        for (String option : events) {
            String name = nameOf(option, given, resolve);
            String file = name.isEmpty() ? option : option.substring(option.indexOf('=') + 1);
            chosen.computeIfAbsent(name.isEmpty() ? only(given, option) : name, none -> new ArrayList<>())
                    .add(file);
        }
        return given.stream()
                .map(log -> chosen.containsKey(log.name())
                        ? log.withFiles(files(chosen.getOrDefault(log.name(), List.of()), resolve, start))
                        : log)
                .toList();
    }

    /** The log that the option names; empty for a bare file, which may have an equals sign in its name. */
    private static String nameOf(String option, List<EventSource> given, UnaryOperator<String> resolve) {
        int equals = option.indexOf('=');
        if (equals <= 0) {
            return "";
        }
        if (equals == option.length() - 1) {
            throw new UsageException("--events " + option + ": the name of the file is empty");
        }
        String name = option.substring(0, equals);
        for (EventSource log : given) {
            if (Text.fold(log.name()).equals(Text.fold(name))) {
                return log.name();
            }
        }
        if (name.contains("/") || Files.exists(Path.of(resolve.apply(option)))) {
            return "";
        }
        throw new UsageException("--events " + option + ": the rule file has no log '" + name + "'"
                + Words.hint(name, given.stream().map(EventSource::name).toList()));
    }

    private static String only(List<EventSource> given, String option) {
        if (given.size() > 1) {
            throw new UsageException("--events " + option + ": the rule file has several logs, say which one: "
                    + Words.list(
                            given.stream().map(log -> log.name() + "=" + option).toList()));
        }
        return given.get(0).name();
    }

    private static SourceFiles files(List<String> files, UnaryOperator<String> resolve, Location start) {
        return new SourceFiles(files.stream().map(resolve).toList(), true, start);
    }
}
