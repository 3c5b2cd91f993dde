package org.leadscore;

import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;
import org.leadscore.report.file.StandardOutput;

/** Starts the program. The only class that may end it. */
public final class Main {

    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code. The launcher sets system properties that tell whether a person is
     * watching.
     */
    public static void main(String[] args) {
        System.exit(LeadScore.run(
                args,
                System.in,
                StandardOutput.ofProcess(),
                new OutputStreamWriter(System.err, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))),
                Clock.systemUTC(),
                Path.of(""),
                Terminal.ofProperties(),
                Runtime.getRuntime().maxMemory()));
    }
}
