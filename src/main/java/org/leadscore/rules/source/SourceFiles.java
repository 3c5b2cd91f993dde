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
 * @param member the path or glob of the tables within archives; empty for all
 * @param sheet the name of the sheet of workbooks; empty for the first
 */
public record SourceFiles(List<String> patterns, boolean fromCommandLine, Location at, String member, String sheet) {

    /** Files of whose archives and workbooks nothing is said. */
    public SourceFiles(List<String> patterns, boolean fromCommandLine, Location at) {
        this(patterns, fromCommandLine, at, "", "");
    }

    /** Other files in the place of these, of whose archives and workbooks the same is wanted. */
    public SourceFiles replacedBy(SourceFiles others) {
        return new SourceFiles(others.patterns, others.fromCommandLine, others.at, member, sheet);
    }

    public SourceFiles {
        patterns = List.copyOf(patterns);
    }
}
