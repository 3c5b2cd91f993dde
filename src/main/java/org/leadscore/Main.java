package org.leadscore;

import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import org.leadscore.cli.LeadScore;
import org.leadscore.report.StandardOutput;

/** Starts the program. The only class that may end it. */
public final class Main {

    private Main() {}

    /** The launcher says by {@code leadscore.terminal} and {@code leadscore.colours} whether a person is watching. */
    public static void main(String[] args) {
        System.exit(LeadScore.run(
                args,
                System.in,
                StandardOutput.ofProcess(),
                new OutputStreamWriter(System.err, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))),
                Clock.systemUTC(),
                Path.of(""),
                Boolean.getBoolean("leadscore.terminal"),
                Boolean.getBoolean("leadscore.colours"),
                Runtime.getRuntime().maxMemory()));
    }
}
