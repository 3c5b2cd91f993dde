package org.leadscore.cli.score;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.ChosenSources;
import org.leadscore.cli.option.InputOptions;
import org.leadscore.cli.option.OptionValues;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.problem.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the command line of {@code leadscore verify}. Decides nothing: the {@link VerifyJob} does the work. */
@Command(
        name = "verify",
        description = "Checks the reports of a run against its summary, and runs it again if asked.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore verify reports",
            "      checks that the reports are whole and as one run has written them",
            "  leadscore verify reports --rerun",
            "      also scores again, and checks that the same bytes come out",
            "  leadscore verify reports --rerun --contacts archive/crm.csv",
            "      scores again with a contact list that lies elsewhere now"
        })
public final class VerifyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "The directory of reports, or the summary of a run that has written one elsewhere.")
    private String directory = "";

    @Option(
            names = "--rerun",
            description = "Score again with the recorded options and time, and compare what comes out. Writes nothing.")
    private boolean rerun;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "With --rerun: the rule file, if it is not where it was.")
    private @Nullable String rules;

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "With --rerun: the ledger as it was before the run. Default: as the run has left it")
    private @Nullable String ledger;

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "With --rerun: the earlier leads.csv, if it is not where it was.")
    private @Nullable String previous;

    @Option(names = "--threads", paramLabel = "N", description = "Default: as many as there are processors")
    private @Nullable String threads;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    public VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path place = surroundings.resolve(OptionValues.input("DIR", directory));
        Map<String, List<String>> named = named();
        if (!rerun && !(named.isEmpty() && threads == null)) {
            throw new UsageException("--" + named.keySet().stream().findFirst().orElse("threads")
                    + " is for --rerun, which scores again");
        }
        return new VerifyJob(place, spec.commandLine().getOut())
                .run(rerun ? new Rerun(surroundings, named, threads) : null)
                .code();
    }

    /** The options that name inputs, by their names without dashes. */
    private Map<String, List<String>> named() {
        Map<String, List<String>> named = new LinkedHashMap<>();
        ChosenSources sources = inputs.sources();
        put(named, "rules", rules);
        put(named, "contacts", sources.contacts());
        if (!sources.events().isEmpty()) {
            named.put("events", sources.events());
        }
        put(named, "ledger", ledger);
        put(named, "previous", previous);
        return named;
    }

    private static void put(Map<String, List<String>> named, String option, @Nullable String file) {
        if (file != null) {
            named.put(option, List.of(OptionValues.input("--" + option, file)));
        }
    }
}
