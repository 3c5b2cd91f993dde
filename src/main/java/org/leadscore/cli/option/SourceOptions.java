package org.leadscore.cli.option;

import java.nio.file.Path;
import org.leadscore.cli.run.Surroundings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the rule file and the sources. */
public final class SourceOptions {

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            defaultValue = "rules.yaml",
            description = "The rule file. Default: ${DEFAULT-VALUE}")
    private String rules = "";

    @Mixin
    private final InputOptions inputs = new InputOptions();

    /** The rule file, resolved against the working directory. */
    public Path rules(Surroundings surroundings) {
        return surroundings.resolve(OptionValues.input("--rules", rules));
    }

    /** The files that the options name, checked. */
    public ChosenSources sources() {
        return inputs.sources();
    }
}
