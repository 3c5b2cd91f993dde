package org.leadscore.cli;

import picocli.CommandLine.Option;

/** What every command has. */
final class HelpOption {

    @Option(names = "--help", usageHelp = true, description = "Print this and end.")
    boolean help;
}
