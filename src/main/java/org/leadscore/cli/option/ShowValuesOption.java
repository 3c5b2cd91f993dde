package org.leadscore.cli.option;

import picocli.CommandLine.Option;

/** The option {@code --show-values} of the commands that read data: messages on standard error show values of cells. */
public final class ShowValuesOption {

    private final Runnable asked;

    /** @param asked is run when the option is given */
    public ShowValuesOption(Runnable asked) {
        this.asked = asked;
    }

    @Option(
            names = "--show-values",
            description = "Show values of cells in messages on standard error, which may be those of people.")
    void show(boolean given) {
        if (given) {
            asked.run();
        }
    }
}
