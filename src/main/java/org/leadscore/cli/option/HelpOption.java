package org.leadscore.cli.option;

import picocli.CommandLine.Option;

/** The option {@code --help}, in short {@code -h}, which every command has. */
public final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and end.")
    boolean help;
}
