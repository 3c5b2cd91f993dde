package org.leadscore.cli.run;

import java.util.List;
import org.leadscore.problem.Problem;
import org.leadscore.report.screen.Meaning;
import org.leadscore.report.screen.Sheet;

/** Puts the faults of a rule file on a sheet, each with its line and a caret under the column. */
public final class ProblemText {

    /** Number of columns beside a line that is shown: two before it, and a mark at each end. */
    private static final int BESIDE = 4;

    private ProblemText() {}

    /** Adds a fault because of which the file cannot be used. */
    public static void error(Problem problem, Sheet sheet) {
        if (sheet.isForScreen()) {
            add(Meaning.BAD, problem.at() + ":", problem.message(), problem, sheet);
        } else {
            sheet.lines(problem.render());
        }
    }

    /** Adds something that works, but is hardly meant. */
    public static void warning(Problem problem, Sheet sheet) {
        if (sheet.isForScreen()) {
            add(Meaning.DOUBT, "warning:", problem.at() + ": " + problem.message(), problem, sheet);
        } else {
            sheet.lines("warning: " + problem.render());
        }
    }

    private static void add(Meaning meaning, String word, String message, Problem problem, Sheet sheet) {
        sheet.line(meaning, word, message);
        List<String> excerpt = problem.excerpt(sheet.columns(0) - BESIDE);
        if (!excerpt.isEmpty()) {
            sheet.excerpt(null, "  " + excerpt.get(0)).excerpt(meaning, "  " + excerpt.get(1));
        }
    }
}
