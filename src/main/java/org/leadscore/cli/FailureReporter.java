package org.leadscore.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.concurrent.CompletionException;
import java.util.function.IntSupplier;
import org.leadscore.cli.option.Words;
import org.leadscore.cli.run.Version;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.LeadScoreException;
import org.leadscore.problem.Nearest;
import org.leadscore.problem.PathEncoding;
import org.leadscore.problem.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into words on standard error and an exit code; nothing else does. */
final class FailureReporter implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final long MEBIBYTE = 1 << 20;

    private final PrintWriter err;
    private final String[] args;

    FailureReporter(PrintWriter err, String... args) {
        this.err = err;
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
        String message = failure instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched, command)
                : String.valueOf(failure.getMessage());
        return report(
                new UsageException(message, failure), command.getCommandSpec().qualifiedName());
    }

    private int report(Throwable failure, String command) {
        if (failure instanceof LeadScoreException expected) {
            err.println(String.valueOf(expected.getMessage()));
            if (expected instanceof UsageException) {
                err.println("'" + command + " --help' shows what can be said");
            }
            return expected.exitCode().code();
        }
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return report(failure.getCause(), command); // of what was put together meanwhile
        }
        if (failure instanceof InvalidPathException path) { // from wherever no better words are at hand
            err.println("'" + path.getInput() + "': " + PathEncoding.reason(path));
            return ExitCode.USAGE.code();
        }
        if (failure instanceof OutOfMemoryError) {
            err.println("out of memory: Java had " + Runtime.getRuntime().maxMemory() / MEBIBYTE
                    + " MiB; more is given by LEADSCORE_JAVA_OPTS=-Xmx8g, for 8 GiB");
            return ExitCode.BUG.code();
        }
        err.println("leadscore has a defect: " + failure);
        err.println("To have it mended, report this text, the rule file, and what was called:");
        err.println("  leadscore " + String.join(" ", args));
        err.println("  version " + Version.text() + ", Java " + Runtime.version());
        failure.printStackTrace(err);
        return ExitCode.BUG.code();
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
        return "there is no command '" + word + "'"
                + Words.hint(word, command.getSubcommands().keySet());
    }
}
