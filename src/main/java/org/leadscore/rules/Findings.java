package org.leadscore.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.leadscore.problem.Location;
import org.leadscore.problem.Problem;

/** What the readers of one file have found wrong so far. The same finding counts once, however often it is met. */
final class Findings {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparingInt(
                    (Problem problem) -> problem.at().line())
            .thenComparingInt(problem -> problem.at().column());

    private final SourceText source;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    Findings(SourceText source) {
        this.source = source;
    }

    void problem(Location at, String message) {
        problems.add(source.problem(at, message));
    }

    void warning(Location at, String message) {
        warnings.add(source.problem(at, message));
    }

    boolean hasProblemIn(int line) {
        return problems.stream().anyMatch(problem -> problem.at().line() == line);
    }

    /** In the order of the file. */
    List<Problem> problems() {
        return inOrder(problems);
    }

    /** In the order of the file. */
    List<Problem> warnings() {
        return inOrder(warnings);
    }

    static List<Problem> inOrder(Collection<Problem> found) {
        return found.stream().sorted(BY_PLACE).distinct().toList();
    }
}
