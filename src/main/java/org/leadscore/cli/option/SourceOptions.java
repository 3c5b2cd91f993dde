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

    public Path rules(Surroundings surroundings) {
        return surroundings.resolve(OptionValues.input("--rules", rules));
    }

    public ChosenSources sources() {
        return inputs.sources();
    }
}
