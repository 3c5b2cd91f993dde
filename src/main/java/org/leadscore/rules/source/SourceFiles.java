package org.leadscore.rules.source;

import java.util.List;
import org.leadscore.problem.Location;

/**
 * The files of a source as the rule file or the command line names them.
 *
 * @param patterns paths or globs; relative ones of the rule file count from its directory; those of the command line,
 *     which have been resolved, from that of the process; {@code -} on the command line is standard input
 * @param fromCommandLine whether the command line names them, and not the rule file
 * @param at the place where the rule file names them; the start of the file for the command line
 */
public record SourceFiles(List<String> patterns, boolean fromCommandLine, Location at) {

    public SourceFiles {
        patterns = List.copyOf(patterns);
    }
}
