package org.leadscore.cli.rule;

import java.util.concurrent.Callable;
import org.leadscore.problem.ExitCode;
import org.leadscore.rules.schema.RuleSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs {@code leadscore schema}, which prints {@link RuleSchema#json}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of the rule file, for editors that know YAML.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadscore schema > rules.schema.json",
            "      writes it beside the rule file, where this line above the rules finds it:",
            "      # yaml-language-server: $schema=rules.schema.json"
        })
public final class SchemaCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(RuleSchema.json());
        return ExitCode.OK.code();
    }
}
