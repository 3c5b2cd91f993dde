package org.leadscore.cli.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the command line of {@code leadscore init}. Decides nothing: the {@link InitJob} does the work. */
@Command(
        name = "init",
        description = "Writes a first rule file from the headers and first rows of exports.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore init contacts.csv web.csv email.csv",
            "      finds out which file is the contact list, and writes rules.yaml",
            "  leadscore init --contacts crm.csv --events web=visits.csv --output draft.yaml",
            "      names the contact list, a log, and the rule file to write"
        })
public final class InitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Exports: a contact list and logs, recognised by their columns.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--contacts", paramLabel = "FILE", description = "The contact list.")
    private @Nullable String contacts;

    @Option(
            names = "--events",
            paramLabel = "[NAME=]FILE",
            description = "A log, and its name. May be given several times.")
    private List<String> events = new ArrayList<>();

    @Option(
            names = "--dates",
            paramLabel = "ORDER",
            description =
                    "The order in dates such as 1/2/2026, if no value shows it: day-first, month-first or year-first.")
    private @Nullable String dates;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            defaultValue = "rules.yaml",
            description = "The rule file to be written. Default: ${DEFAULT-VALUE}")
    private String output = "";

    @Option(names = "--overwrite", description = "Replace a rule file that exists already.")
    private boolean overwrite;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    public InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        InitJob.Request request = new InitJob.Request(
                files,
                contacts,
                events,
                dates,
                surroundings.resolve(OptionValues.input("--output", output)),
                overwrite);
        spec.commandLine().getOut().print(new InitJob(surroundings, request).run());
        return ExitCode.OK.code();
    }
}
