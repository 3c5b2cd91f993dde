package org.leadscore.cli.rule;


import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.ExitCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "      tells the contact list from the logs, and writes rules.yaml",
            "  leadscore init --contacts crm.csv --events web=visits.csv --output draft.yaml",
            "      is told which is which, and what the log is to be called"
        })
public final class InitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Exports; which is the contact list and which are logs is guessed.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--contacts", paramLabel = "FILE", description = "The contact list.")
    private @Nullable String contacts;

    @Option(
            names = "--events",
            paramLabel = "[NAME=]FILE",
            description = "A log, and what it is to be called. As often as needed.")
    private List<String> events = new ArrayList<>();

    @Option(
            names = "--dates",
            paramLabel = "ORDER",
            description = "How to read dates such as 1/2/2026 where no value tells: day-first or month-first.")
    private @Nullable String dates;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            defaultValue = "rules.yaml",
            description = "The rule file to be written. Default: ${DEFAULT-VALUE}")
    private String output = "";

    @Option(names = "--overwrite", description = "Replace a rule file that is there already.")
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
