package org.leadscore.problem;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Thrown when the rule file cannot be used; exit code 3. Carries every problem found, so that one run shows them all.
 */
public final class RulesException extends LeadScoreException {

    private final transient List<Problem> problems;

    /** An exception for these problems, in the order of the file, at least one. */
    public RulesException(List<Problem> problems) {
        super(rendered(problems));
        this.problems = List.copyOf(problems);
    }

    /** The same, with the failure that led to it. */
    public RulesException(List<Problem> problems, Throwable cause) {
        super(rendered(problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** The problems in the order of the file; at least one. */
    public List<Problem> problems() {
        return problems;
    }

    private static String rendered(List<Problem> problems) {
        return problems.stream().map(Problem::render).collect(joining("\n"));
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.BAD_RULES;
    }
}
