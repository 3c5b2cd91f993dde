package org.leadscore.cli.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.EngineChoice;
import org.leadscore.cli.option.MemoryLimit;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.option.RejectLimit;
import org.leadscore.cli.option.Selection;
import org.leadscore.cli.option.SourceOptions;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.InputException;
import org.leadscore.problem.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads the command line of {@code leadscore score}. Decides nothing: the {@link ScoreJob} does the work. */
@Command(
        name = "score",
        description = "Ranks the leads of an export by the rules.",
        sortOptions = false,
        addMethodSubcommands = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore score",
            "      shows the best leads by rules.yaml; in a pipe or a file, all as CSV",
            "  leadscore score --format ndjson | jq -r 'select(.bucket == \"hot\") | .lead'",
            "      gives another program each lead as a line of JSON",
            "  leadscore score --bucket hot --top 20 --output today.csv",
            "      writes the twenty best of the hot leads to a file",
            "  leadscore score --contacts crm.csv --events web=clicks.csv --as-of 2026-11-22",
            "      replaces the contact list and a log, and scores as of that morning",
            "  leadscore score --output-dir report --excel",
            "      writes leads.csv, rejects.csv and summary.json, for Excel",
            "  leadscore score --output-dir reports --ledger ledger.csv \\",
            "      --previous reports/leads.csv",
            "      for every morning: uses yesterday's ledger and ranking, shows the changes",
            "  leadscore score --output-dir outside --pseudonymize ../pseudonyms.key \\",
            "      --hide first_name --hide last_name --hide phone",
            "      for an agency: pseudonyms in place of ids and of the values of columns",
            "  leadscore score --memory 1g --output-dir report",
            "      takes no more memory than 1 GiB, however many leads there are",
            "  leadscore score --engine spark --master spark://host:7077 --output-dir report",
            "      lets a cluster read the logs, if leadscore was built with Spark"
        })
public final class ScoreCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The moment of scoring: an instant, a local time or a date. Default: now")
    private @Nullable String asOf;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the ranking there, not to standard output.")
    private @Nullable String output;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "Write leads.csv, report.html, rejects.csv and summary.json there.")
    private @Nullable String outputDirectory;

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            description = "List only the leads of this bucket. May be given several times.")
    private List<String> buckets = new ArrayList<>();

    @Option(names = "--top", paramLabel = "N", description = "List only the first N leads.")
    private @Nullable String top;

    @Option(names = "--threads", paramLabel = "N", description = "Default: as many as there are processors")
    private @Nullable String threads;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "The memory of the whole process, such as 512m or 4g; what does not fit goes to disk. Default: half"
                            + " of the machine's memory, for objects")
    private @Nullable String memory;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = EngineChoice.EMBEDDED,
            description =
                    "The reader of the logs: embedded, or spark for a cluster. spark needs leadscore built with the"
                            + " profile spark (docs/spark.md). Default: ${DEFAULT-VALUE}")
    private String engine = "";

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "The cluster: spark://HOST:PORT, yarn, or local[N] for one within this process.")
    private @Nullable String master;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Write the rows that cannot be read to this file.")
    private @Nullable String rejects;

    @Option(
            names = "--max-rejects",
            paramLabel = "N|P%",
            description = "Fail, and write nothing, if more than N rows, or more than P%% of them, cannot be read.")
    private @Nullable String maxRejects;

    @Option(names = "--summary", paramLabel = "FILE", description = "Write the summary there, as JSON.")
    private @Nullable String summary;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "Write the report as a page for a browser there: whom to call, and why, in one file.")
    private @Nullable String page;

    @Option(
            names = "--page-leads",
            paramLabel = "N",
            description = "The number of leads on the page at most; those handed over are always on it. Default: "
                    + ScoreRequest.PAGE_LEADS)
    private @Nullable String pageLeads;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "The memory of hand-offs and actions: read, and replaced together with the reports.")
    private @Nullable String ledger;

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "An earlier leads.csv: adds previous_score, change and moved.")
    private @Nullable String previous;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "The rights of new files, for who shares them, such as 0640. Default: 0600")
    private @Nullable String mode;

    @Option(
            names = "--pseudonymize",
            paramLabel = "KEYFILE",
            description =
                    "For reports that leave the house: pseudonyms by this secret key stand in place of ids and of the"
                            + " names of accounts. The ledger keeps the ids.")
    private @Nullable String key;

    @Option(
            names = "--hide",
            paramLabel = "COLUMN",
            arity = "1..*",
            description = "With --pseudonymize: replace the values of this column, too. May be given several times.")
    private List<String> hidden = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "The form of the ranking: table, csv, json or ndjson. Default: table on a terminal, else csv")
    private @Nullable String format;

    @Option(
            names = "--excel",
            description = "Write tables that Excel opens by a double click, with a semicolon between fields.")
    private boolean excel;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "The character between fields, or the word tab. Default: a comma")
    private @Nullable String delimiter;

    @Option(
            names = "--no-formula-guard",
            description = "Do not guard cells that a spreadsheet would take for formulas.")
    private boolean noFormulaGuard;

    @Option(names = "--quiet", description = "No progress and no summary on standard error.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Also show the time of each phase, and the warnings of check.")
    private boolean verbose;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    public ScoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Does a run with these arguments, which are not of the user's own typing. */
    static void run(List<String> args, Surroundings surroundings) {
        ScoreCommand command = new ScoreCommand(surroundings);
        try {
            new CommandLine(command).setExpandAtFiles(false).parseArgs(args.toArray(String[]::new));
        } catch (ParameterException unknown) {
            throw new InputException("the run cannot be done again: " + unknown.getMessage(), unknown);
        }
        command.call();
    }

    @Override
    public Integer call() {
        try (RemoteOutputs remote = new RemoteOutputs()) {
            new ScoreJob(surroundings, request(remote), remote).run();
        }
        return ExitCode.OK.code();
    }

    private ScoreRequest request(RemoteOutputs remote) {
        EngineChoice choice = new EngineChoice(engine, master);
        return new ScoreRequest(
                sources.rules(surroundings),
                sources.sources(),
                asOf,
                path("--output", output, remote, choice),
                path("--output-dir", outputDirectory, remote, choice),
                buckets,
                OptionValues.count("--top", top, Selection.ALL),
                OptionValues.count("--threads", threads, Runtime.getRuntime().availableProcessors()),
                MemoryLimit.of(memory),
                choice,
                path("--rejects", rejects, remote, choice),
                RejectLimit.of(maxRejects),
                path("--summary", summary, remote, choice),
                path("--page", page, remote, choice),
                OptionValues.count("--page-leads", pageLeads, ScoreRequest.PAGE_LEADS),
                ledger == null ? null : here("--ledger", OptionValues.output("--ledger", ledger)),
                previous == null ? null : here("--previous", OptionValues.input("--previous", previous)),
                OptionValues.rights("--mode", mode),
                key == null ? null : here("--pseudonymize", OptionValues.input("--pseudonymize", key)),
                hidden,
                RankingFormat.of(format, csvOption(), isWatched()),
                OptionValues.form(excel, delimiter, !noFormulaGuard),
                OptionValues.verbosity(quiet, verbose),
                RecordedOptions.of(spec.commandLine().getParseResult()));
    }

    /** An option that is given and that only CSV knows. */
    private @Nullable String csvOption() {
        if (excel) {
            return "--excel";
        }
        return delimiter != null ? "--delimiter" : noFormulaGuard ? "--no-formula-guard" : null;
    }

    /** True when the ranking goes to a terminal. */
    private boolean isWatched() {
        return surroundings.terminal().out() > 0 && output == null && outputDirectory == null;
    }

    private @Nullable Path path(String option, @Nullable String file, RemoteOutputs remote, EngineChoice choice) {
        if (file != null && RemoteFiles.isUri(file)) {
            return remote.stage(option, file, choice);
        }
        return file == null ? null : surroundings.resolve(OptionValues.output(option, file));
    }

    private Path here(String option, String file) {
        if (RemoteFiles.isUri(file)) {
            throw new UsageException(option + " " + file + ": this file must be one of this machine");
        }
        return surroundings.resolve(file);
    }
}
