package org.leadscore.cli;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.report.screen.Sheet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Shows whoever calls the program without a word what it can do, and what to begin with. */
final class Overview {

    private static final List<List<String>> BEGINNING = List.of(
            List.of("  leadscore init contacts.csv web.csv", "writes a first rule file, rules.yaml, from your exports"),
            List.of("  leadscore score", "ranks the leads by rules.yaml, the best first, and says why"),
            List.of("  leadscore explain LEAD", "shows where each point of a lead comes from"));

    private Overview() {}

    /** Writes what the program is for, three lines to begin with, and all commands. */
    static void write(CommandSpec program, Sheet sheet) {
        List<List<String>> commands = new ArrayList<>();
        for (CommandLine command : program.subcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            commands.add(List.of("  " + spec.name(), spec.usageMessage().description()[0]));
        }
        sheet.line(program.usageMessage().description()[0])
                .gap()
                .line("To begin with:")
                .table(BEGINNING, Integer.MAX_VALUE)
                .gap()
                .line("Commands:")
                .table(commands, Integer.MAX_VALUE)
                .gap()
                .line("'leadscore help COMMAND' shows all that a command can do, with examples");
    }
}
