package org.leadscore;

import org.leadscore.cli.option.HeapOptions;

/** Prints the options for Java that a command line with {@code --memory} needs. The launcher then starts {@link Main} with them. */
public final class JavaOptions {

    private JavaOptions() {}

    /** Prints an option a line, or nothing. */
    public static void main(String[] args) {
        for (String option :
                HeapOptions.of(args)) { // a reference to println would take as long to link as all the rest
            System.out.println(option);
        }
    }
}
