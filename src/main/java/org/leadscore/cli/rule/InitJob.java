package org.leadscore.cli.rule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.draft.Dates;
import org.leadscore.draft.Draft;
import org.leadscore.draft.Given;
import org.leadscore.draft.Given.Role;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.source.SourcePaths;
import org.leadscore.ingest.table.Preview;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Location;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.PathEncoding;
import org.leadscore.problem.UsageException;
import org.leadscore.report.file.Outputs;
import org.leadscore.report.file.Rights;
import org.leadscore.rules.source.SourceFiles;

/** Looks at exports and writes a first rule file for them. */
final class InitJob {

    private static final Pattern NAMED = Pattern.compile("([^=/]+)=(.+)");

    /**
     * The request, as the user wrote it.
     *
     * @param files exports whose role is to be guessed
     * @param contacts the contact list; null when it is to be guessed
     * @param events logs, each a file, with or without a name and {@code =} before it
     * @param dates the order of day and month in dates; null when it is to be guessed
     */
    record Request(
            List<String> files,
            @Nullable String contacts,
            List<String> events,
            @Nullable String dates,
            Path output,
            boolean overwrite) {}

    private final Surroundings surroundings;
    private final Request request;

    InitJob(Surroundings surroundings, Request request) {
        this.surroundings = surroundings;
        this.request = request;
    }

    /**
     * Writes the rule file, says what was guessed, and answers where it was written and what to do next.
     *
     * @throws UsageException when there are no exports, or the output is one of them
     * @throws OutputException when the output is there already
     */
    String run() {
        Dates dates = dates();
        if (request.contacts() == null
                && request.events().isEmpty()
                && request.files().isEmpty()) {
            throw new UsageException("init needs exports to look at: init contacts.csv web.csv");
        }
        Path output = request.output();
        if (Files.exists(output) && !request.overwrite()) {
            throw new OutputException(
                    output
                            + ": is there already and was left as it is; give another name with --output FILE, or add --overwrite to replace it");
        }
        List<Given> given = given();
        for (Given file : given) {
            if (isSame(output, Path.of(file.sample().name()))) {
                throw new UsageException(output + " is an export and cannot be the rule file as well");
            }
        }
        Draft draft = Draft.of(given, dates);
        draft.said().forEach(this::say);
        try (Outputs outputs = new Outputs(surroundings::note, "", Rights.BY_UMASK)) {
            Outputs.Output file = outputs.claim(output);
            outputs.ready();
            file.write(out -> out.write(draft.yaml().getBytes(StandardCharsets.UTF_8)));
            outputs.commit();
        }
        String rules = output.endsWith("rules.yaml") && output.getParent() == null ? "" : " --rules " + output;
        if (draft.isLearned()) {
            return output + ": written; next: read it, then leadscore calibrate --in-place" + rules + "\n";
        }
        FirstRanking ranking = FirstRanking.of(output, surroundings);
        ranking.sentence(draft.missing()).ifPresent(this::say);
        return output + ": written; next: read it, then leadscore score" + rules + ranking.option() + " --top 20\n";
    }

    /** Prints a line of what was guessed where people look, as standard output is for what was asked for. */
    private void say(String line) {
        surroundings.err().print(line + "\n");
        surroundings.err().flush();
    }

    private Dates dates() {
        String text = request.dates();
        if (text == null) {
            return Dates.UNKNOWN;
        }
        return switch (text) {
            case "day-first" -> Dates.DAY_FIRST;
            case "month-first" -> Dates.MONTH_FIRST;
            case "year-first" -> Dates.YEAR_FIRST;
            default -> throw new UsageException("--dates " + text + ": must be day-first, month-first or year-first");
        };
    }

    private List<Given> given() {
        List<Given> given = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        String contacts = request.contacts();
        if (contacts != null) {
            add(contacts, Role.CONTACTS, null, given, problems);
        }
        for (String option : request.events()) {
            Matcher named = NAMED.matcher(option);
            boolean isNamed = named.matches() && !Files.exists(surroundings.resolve(option));
            add(isNamed ? named.group(2) : option, Role.EVENTS, isNamed ? named.group(1) : "", given, problems);
        }
        for (String file : request.files()) {
            add(file, Role.UNSAID, null, given, problems);
        }
        if (!problems.isEmpty()) {
            throw new InputException(String.join("\n", problems));
        }
        return given;
    }

    /** Adds a sample of each file that the name or pattern stands for. */
    private void add(String file, Role role, @Nullable String log, List<Given> given, List<String> problems) {
        if (file.equals("-")) {
            throw new UsageException("init writes the paths of files, and standard input has none; give a file");
        }
        OptionValues.input(
                switch (role) {
                    case CONTACTS -> "--contacts";
                    case EVENTS -> "--events";
                    case UNSAID -> "FILE";
                },
                file);
        try {
            SourceFiles files =
                    new SourceFiles(List.of(surroundings.resolve(file).toString()), true, new Location(file, 1, 1));
            for (Input input : SourcePaths.resolve(files, Path.of(""), surroundings.in())) {
                input.requireRepeatable("init looks at it several times");
                if (PathEncoding.isLost(input.name())) {
                    throw new InputException(input.name() + ": " + PathEncoding.lost());
                }
                given.add(new Given(Preview.of(input), path(Path.of(input.name())), role, log));
            }
        } catch (InputException unusable) {
            problems.add(String.valueOf(unusable.getMessage()));
        }
    }

    /** The path of a file as the rule file is to name it: from the rule file's directory, with slashes. */
    private String path(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path from = request.output().toAbsolutePath().normalize().getParent();
        Path named = from != null && from.getRoot().equals(whole.getRoot()) ? from.relativize(whole) : whole;
        return named.toString().replace('\\', '/');
    }

    private static boolean isSame(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }
}
