package org.leadscore.rules.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadscore.problem.Location;
import org.leadscore.problem.Problem;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/**
 * The problems and warnings that the readers of one file have found so far. The same finding counts once, however often
 * it is met.
 */
public final class Findings {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparingInt(
                    (Problem problem) -> problem.at().line())
            .thenComparingInt(problem -> problem.at().column());

    private static final Pattern NUMBER_SIGN = Pattern.compile("\\s+(#)[0-9]");

    private final SourceText source;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    /** Collects the problems of this text. */
    public Findings(SourceText source) {
        this.source = source;
    }

    /** Reports a problem, which makes the file unusable. */
    public void problem(Location at, String message) {
        problems.add(source.problem(at, message));
    }

    /** Reports a warning, which does not. */
    public void warning(Location at, String message) {
        warnings.add(source.problem(at, message));
    }

    /**
     * Warns of a text that a comment may have cut off: of {@code C #1} YAML leaves {@code C}. A real comment seldom
     * begins with a number, and without a blank.
     */
    void warnIfCut(Scalar scalar) {
        String written = source.from(scalar.at());
        if (!written.startsWith(scalar.text())) {
            return; // it is in quotes, or goes over several lines
        }
        String behind = written.substring(scalar.text().length());
        Matcher number = NUMBER_SIGN.matcher(behind);
        if (number.lookingAt() && scalar.text().codePoints().anyMatch(Character::isLetter)) {
            Location at = scalar.at();
            int column = at.column() + written.codePointCount(0, scalar.text().length() + number.start(1));
            warning(
                    source.at(at.line(), column),
                    "'#' begins a comment, so that the text ends before it; put the text in quotes, or a blank behind '#'");
        }
    }

    boolean hasProblemIn(int line) {
        return problems.stream().anyMatch(problem -> problem.at().line() == line);
    }

    /** The problems, in the order of the file. */
    public List<Problem> problems() {
        return inOrder(problems);
    }

    /** The warnings, in the order of the file. */
    public List<Problem> warnings() {
        return inOrder(warnings);
    }

    /** Sorts problems by their places. */
    public static List<Problem> inOrder(Collection<Problem> found) {
        return found.stream().sorted(BY_PLACE).distinct().toList();
    }
}
