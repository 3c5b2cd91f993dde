package org.leadscore.report.earlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadscore.report.table.FormulaGuard;
import org.leadscore.rules.report.Report;
import org.leadscore.score.point.Status;

/**
 * Finds the columns of a ranking by their usual names, whatever headings stand above them: those of this run's rule file, the
 * usual ones, or others, which the rule file had when the ranking was written.
 */
final class RankingHeader implements KeptTable.Naming {

    /** The columns that each ranking begins with. */
    private static final List<String> FIRST = Report.OWN_COLUMNS.subList(0, 9);

    private static final int LEAD = FIRST.indexOf("lead");
    private static final int STATUS = FIRST.indexOf("status");

    /** The columns without which a table is no ranking. */
    private static final List<String> NEEDED = List.of("lead", "score", "bucket", "status");

    /** The values of the column of the status, which are the same in all languages. */
    private static final Set<String> STATUSES =
            Arrays.stream(Status.values()).map(Status::word).collect(Collectors.toUnmodifiableSet());

    private final Report report;

    RankingHeader(Report report) {
        this.report = report;
    }

    @Override
    public List<String> names(List<String> header) {
        List<String> names = new ArrayList<>(header);
        report.headings().forEach((column, heading) -> {
            int place = Report.OWN_COLUMNS.contains(column) ? header.indexOf(FormulaGuard.guard(heading)) : -1;
            if (place >= 0) {
                Collections.replaceAll(names, column, other(column));
                names.set(place, column);
            }
        });
        return beginsAsARanking(names) ? ranking(names) : names;
    }

    private static boolean beginsAsARanking(List<String> names) {
        return names.size() >= FIRST.size() && names.subList(0, FIRST.size()).equals(FIRST);
    }

    /** The names of a ranking: its first columns are the program's, and all others of those names are of the contacts. */
    private static List<String> ranking(List<String> names) {
        List<String> ranking = new ArrayList<>(names);
        FIRST.forEach(column -> Collections.replaceAll(ranking, column, other(column)));
        for (int i = 0; i < FIRST.size(); i++) {
            ranking.set(i, FIRST.get(i));
        }
        return ranking;
    }

    @Override
    public List<String> names(List<String> header, List<String> firstRow) {
        List<String> names = names(header);
        boolean isRanking = !names.containsAll(NEEDED)
                && names.size() >= FIRST.size()
                && firstRow.size() == names.size()
                && firstRow.get(0).equals("1")
                && !firstRow.get(LEAD).isEmpty()
                && STATUSES.contains(firstRow.get(STATUS));
        return isRanking ? ranking(names) : names;
    }

    /** The name that a column of the contacts has here which is called as one of the program's own. */
    private static String other(String column) {
        return column + " of the contacts";
    }
}
