package org.leadscore.cli.option;

import picocli.CommandLine.Option;

/** The option {@code --help}, which every command has. */
public final class HelpOption {

    @Option(names = "--help", usageHelp = true, description = "Print this and end.")
    boolean help;
}
