package org.leadscore.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.leadscore.cli.option.Words;
import org.leadscore.cli.run.ProblemText;
import org.leadscore.cli.run.ShownWriter;
import org.leadscore.cli.run.Version;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.LeadScoreException;
import org.leadscore.problem.Nearest;
import org.leadscore.problem.PathEncoding;
import org.leadscore.problem.RulesException;
import org.leadscore.problem.UsageException;
import org.leadscore.report.screen.Meaning;
import org.leadscore.report.screen.Sheet;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into words on standard error and an exit code; nothing else does. */
final class FailureReporter implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final long MEBIBYTE = 1 << 20;

    private final ShownWriter messages;
    private final String[] args;

    FailureReporter(ShownWriter messages, String... args) {
        this.messages = messages;
        this.args = args;
    }

    /** Does the work, and answers its exit code or that of the failure that it ends with. */
    int watch(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (Exception | Error failure) {
            return report(failure, "leadscore");
        }
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return report(failure, command.getCommandSpec().qualifiedName());
    }

    @Override
    public int handleParseException(ParameterException failure, String[] unused) {
        CommandLine command = failure.getCommandLine();
        return report(
                new UsageException(words(failure, command), failure),
                command.getCommandSpec().qualifiedName());
    }

    private int report(Throwable failure, String command) {
        if (failure instanceof LeadScoreException expected) {
            tell(expected, command);
            return expected.exitCode().code();
        }
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return report(failure.getCause(), command); // of what was put together meanwhile
        }
        if (failure instanceof InvalidPathException path) { // from wherever no better words are at hand
            say("'" + path.getInput() + "': " + PathEncoding.reason(path));
            return ExitCode.USAGE.code();
        }
        if (failure instanceof OutOfMemoryError) {
            say("out of memory: Java had " + Runtime.getRuntime().maxMemory() / MEBIBYTE
                    + " MiB; more is given by LEADSCORE_JAVA_OPTS=-Xmx8g, for 8 GiB");
            return ExitCode.BUG.code();
        }
        PrintWriter err = messages.printer();
        err.println("leadscore has a defect: " + failure);
        err.println("To have it mended, report this text, the rule file, and what was called:");
        err.println("  leadscore " + String.join(" ", args));
        err.println("  version " + Version.text() + ", Java " + Runtime.version());
        failure.printStackTrace(err);
        return ExitCode.BUG.code();
    }

    private void tell(LeadScoreException failure, String command) {
        Sheet sheet = messages.sheet();
        if (sheet.isForScreen() && failure instanceof RulesException rules) {
            rules.problems().forEach(problem -> ProblemText.error(problem, sheet));
        } else {
            sheet.lines(Meaning.BAD, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof UsageException) {
            sheet.line("'" + command + " --help' shows what can be said");
        }
        messages.print(sheet);
    }

    private void say(String message) {
        messages.print(messages.sheet().lines(Meaning.BAD, message));
    }

    /** Puts into our own words what picocli says of a command line; what it says of anything else is passed on. */
    private static String words(ParameterException failure, CommandLine command) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched, command);
        }
        if (failure instanceof MissingParameterException missing) {
            return missing(missing.getMissing(), command);
        }
        if (failure instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return option.longestName() + " is given twice";
        }
        ArgSpec about = failure.getArgSpec();
        if (about instanceof OptionSpec option && option.arity().max() == 0) {
            return option.longestName() + " takes no value";
        }
        return String.valueOf(failure.getMessage());
    }

    private static String missing(List<ArgSpec> missing, CommandLine command) {
        return missing.get(0) instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel() + ": the value is missing"
                : "'" + command.getCommandSpec().qualifiedName() + "' needs "
                        + missing.stream().map(FailureReporter::described).collect(Collectors.joining("; and "));
    }

    /** The name of a parameter and its description, as a clause. */
    private static String described(ArgSpec parameter) {
        String text = String.join(" ", parameter.description()).replaceFirst("\\.$", "");
        String clause = text.isEmpty() ? "" : ": " + Character.toLowerCase(text.charAt(0)) + text.substring(1);
        return parameter.paramLabel() + clause;
    }

    private static String unknown(UnmatchedArgumentException failure, CommandLine command) {
        String word = failure.getUnmatched().get(0);
        boolean isOption = word.startsWith("-") && word.length() > 1;
        if (!isOption && command.getSubcommands().isEmpty()) {
            return "'" + word + "' is one word too many";
        }
        if (isOption) {
            String name = word.indexOf('=') > 0 ? word.substring(0, word.indexOf('=')) : word;
            return "there is no option '" + name + "'"
                    + Nearest.hint(name, command.getCommandSpec().optionsMap().keySet());
        }
        return unknownCommand(word, command.getSubcommands().keySet());
    }

    /** The message about a word that is no command. */
    static String unknownCommand(String word, Collection<String> known) {
        return "there is no command '" + word + "'" + Words.hint(word, known);
    }
}
