package org.leadscore.rules;

import java.util.List;
import org.leadscore.problem.Location;

/**
 * The files of a source as the rule file or the command line names them.
 *
 * @param patterns paths or globs; relative ones count from the directory of the rule file, those of the command line, which
 *     have been resolved, from that of the process; {@code -} on the command line is standard input
 * @param fromCommandLine where the patterns come from
 * @param at where the rule file names them; for the command line, the option's place is unknown and the file's start stands in
 */
public record SourceFiles(List<String> patterns, boolean fromCommandLine, Location at) {

    public SourceFiles {
        patterns = List.copyOf(patterns);
    }
}
