package org.leadscore;

import org.leadscore.cli.option.HeapOptions;

/** The question of the launcher how Java has to be started for a command line with {@code --memory}; {@link Main} runs it then. */
public final class JavaOptions {

    private JavaOptions() {}

    /** Prints an option a line, or nothing. */
    public static void main(String[] args) {
        HeapOptions.of(args).forEach(System.out::println);
    }
}
