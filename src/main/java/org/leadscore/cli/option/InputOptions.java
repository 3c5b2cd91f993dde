package org.leadscore.cli.option;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that give files in place of the rule file's. */
public final class InputOptions {

    @Option(
            names = "--contacts",
            paramLabel = "FILE",
            description = "The contact list, in place of the rule file's; - is standard input.")
    private @Nullable String contacts;

    @Option(
            names = "--events",
            paramLabel = "[NAME=]FILE",
            description = {
                "A log, in place of the rule file's; - is standard input.",
                "NAME says which log, if the rule file has several. May be given several times."
            })
    private List<String> events = new ArrayList<>();

    /** The files that the options name, checked. */
    public ChosenSources sources() {
        if (contacts != null) {
            OptionValues.input("--contacts", contacts);
        }
        for (String file : events) {
            OptionValues.input("--events", file);
        }
        return new ChosenSources(contacts, events);
    }
}
