package org.leadscore.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.HelpOption;
import org.leadscore.cli.option.ShowValuesOption;
import org.leadscore.cli.past.CalibrateCommand;
import org.leadscore.cli.past.DiscoverCommand;
import org.leadscore.cli.past.EvaluateCommand;
import org.leadscore.cli.rule.CheckCommand;
import org.leadscore.cli.rule.DiffCommand;
import org.leadscore.cli.rule.ExplainCommand;
import org.leadscore.cli.rule.ForgetCommand;
import org.leadscore.cli.rule.InitCommand;
import org.leadscore.cli.rule.SchemaCommand;
import org.leadscore.cli.rule.TestCommand;
import org.leadscore.cli.run.ShownWriter;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.cli.run.Terminal;
import org.leadscore.cli.run.Version;
import org.leadscore.cli.score.ScoreCommand;
import org.leadscore.cli.score.VerifyCommand;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.UsageException;
import org.leadscore.report.file.StandardOutput;
import org.leadscore.report.screen.Sheet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/**
 * Runs the program as a function from arguments to an exit code. Touches nothing of the process but what it is given.
 */
@Command(
        name = "leadscore",
        description = "Tells a sales team whom to call: scores leads from CSV exports by rules in YAML.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        addMethodSubcommands = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore init contacts.csv web.csv",
            "      writes a first rule file, rules.yaml, from your exports",
            "  leadscore score",
            "      ranks the leads by rules.yaml and prints them",
            "  leadscore help score",
            "      shows all that score can do"
        })
public final class LeadScore implements Callable<Integer> {

    /** The commands that read no data but what the rule file has. */
    private static final Set<String> WITHOUT_DATA = Set.of("test", "schema");

    private static final String[] VERSION = {"--version"};

    private static final String HELP = "help";

    @Option(names = "--version", versionHelp = true, description = "Print the version and end.")
    boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final ShownWriter messages;

    private LeadScore(ShownWriter messages) {
        this.messages = messages;
    }

    @Override
    public Integer call() {
        Sheet sheet = messages.sheet();
        Overview.write(spec, sheet);
        messages.print(sheet);
        return ExitCode.USAGE.code();
    }

    /**
     * Runs one command line; reports every failure on {@code err} and never throws.
     *
     * @param in standard input, for a source named {@code -}
     * @param out takes results, as UTF-8
     * @param err takes messages and progress
     * @param terminal the terminal that a person is watching
     * @param heap how many bytes Java may take for objects
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(
            String[] args,
            InputStream in,
            OutputStream out,
            Writer err,
            Clock clock,
            Path workingDirectory,
            Terminal terminal,
            long heap) {
        ShownWriter messages = ShownWriter.ofMessages(err, terminal);
        PrintWriter errors = messages.printer();
        Surroundings surroundings = new Surroundings(in, out, messages, err, clock, workingDirectory, terminal, heap);
        FailureReporter failures = new FailureReporter(messages, args);
        int exit = failures.watch(() -> run(meant(args, surroundings), surroundings, failures, messages));
        if (messages.hasHidden()) {
            messages.print(messages.sheet().line("--show-values shows the values of cells that are left out here"));
        }
        errors.flush();
        return exit;
    }

    /**
     * Takes {@code help COMMAND} for {@code COMMAND --help}.
     *
     * @throws UsageException when there is no such command
     */
    private static String[] meant(String[] args, Surroundings surroundings) {
        if (args.length == 0 || !args[0].equals(HELP)) {
            return args;
        }
        if (args.length > 1 && !args[1].startsWith("-")) {
            Set<String> known = commands(surroundings).keySet();
            if (!known.contains(args[1])) {
                throw new UsageException(FailureReporter.unknownCommand(args[1], known));
            }
        }
        String[] asked = Arrays.copyOfRange(args, 1, args.length + 1);
        asked[asked.length - 1] = "--" + HELP;
        return asked;
    }

    private static int run(String[] args, Surroundings surroundings, FailureReporter failures, ShownWriter messages) {
        if (Arrays.equals(args, VERSION)) { // picocli takes longer to load than the answer to be read
            StandardOutput.write(
                    out -> out.write((Version.line() + "\n").getBytes(StandardCharsets.UTF_8)), surroundings.out());
            return ExitCode.OK.code();
        }
        StringWriter text = new StringWriter();
        int exit = withValues(commandLine(surroundings, failures, args), messages)
                .setOut(ShownWriter.over(text))
                .setExecutionStrategy(parsed -> execute(parsed, text))
                .execute(args);
        if (text.getBuffer().length() > 0) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            StandardOutput.write(out -> out.write(bytes), surroundings.out());
        }
        return exit;
    }

    /** Adds the option to the commands that read data. */
    private static CommandLine withValues(CommandLine commands, ShownWriter messages) {
        commands.getSubcommands().forEach((name, command) -> {
            if (!WITHOUT_DATA.contains(name)) {
                command.addMixin("values", new ShowValuesOption(messages::showValues));
            }
        });
        return commands;
    }

    /** Lets the help, which holds nothing from outside, have its colours. */
    private static int execute(ParseResult parsed, Writer out) {
        List<CommandLine> commands = parsed.asCommandLineList();
        if (commands.stream().anyMatch(CommandLine::isUsageHelpRequested)) {
            commands.forEach(command -> command.setOut(new PrintWriter(out)));
        }
        return new RunLast().execute(parsed);
    }

    /** The commands as picocli knows them; what they print goes to the writers that picocli is given. */
    static CommandLine commandLine(Surroundings surroundings, FailureReporter failures) {
        return commandLine(surroundings, failures, commands(surroundings).values());
    }

    /** The one command that the arguments begin with, or else all: picocli takes its time for each. */
    private static CommandLine commandLine(Surroundings surroundings, FailureReporter failures, String[] args) {
        @Nullable
        Supplier<Object> asked =
                args.length == 0 ? null : commands(surroundings).get(args[0]);
        return asked == null
                ? commandLine(surroundings, failures)
                : commandLine(surroundings, failures, List.of(asked));
    }

    /** The commands by name, in the order of the help. */
    private static Map<String, Supplier<Object>> commands(Surroundings surroundings) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("score", () -> new ScoreCommand(surroundings));
        commands.put("explain", () -> new ExplainCommand(surroundings));
        commands.put("forget", () -> new ForgetCommand(surroundings));
        commands.put("check", () -> new CheckCommand(surroundings));
        commands.put("test", () -> new TestCommand(surroundings));
        commands.put("diff", () -> new DiffCommand(surroundings));
        commands.put("verify", () -> new VerifyCommand(surroundings));
        commands.put("calibrate", () -> new CalibrateCommand(surroundings));
        commands.put("evaluate", () -> new EvaluateCommand(surroundings));
        commands.put("discover", () -> new DiscoverCommand(surroundings));
        commands.put("init", () -> new InitCommand(surroundings));
        commands.put(
                "schema",
                () -> new SchemaCommand()); // a reference to the constructor would load the class at every start
        return commands;
    }

    private static CommandLine commandLine(
            Surroundings surroundings, FailureReporter failures, Collection<Supplier<Object>> known) {
        CommandLine commands = new CommandLine(new LeadScore(surroundings.messages()));
        known.forEach(command -> commands.addSubcommand(command.get()));
        commands.addMixin("help", new HelpOption());
        commands.getSubcommands().values().forEach(command -> command.addMixin("help", new HelpOption()));
        // Sorted, --in-place would come before --quiet in English and after it in Turkish, whose capital i has a dot.
        commands.getCommandSpec().usageMessage().sortSynopsis(false);
        commands.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().usageMessage().sortSynopsis(false));
        return commands.setErr(surroundings.err())
                .setColorScheme(Help.defaultColorScheme(surroundings.terminal().coloursResults() ? Ansi.ON : Ansi.OFF))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }
}
