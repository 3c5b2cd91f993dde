package org.leadscore.rules.next;

import java.util.List;

/**
 * Names for amounts of fit and of engagement. Both lists stand highest first and are not empty; the last grade of each
 * takes what lies below it too.
 */
public record Grades(List<Grade> fit, List<Grade> engagement) {

    /**
     * A band of points.
     *
     * @param from the least points, in millionths
     */
    public record Grade(String name, long from) {}

    public Grades {
        fit = List.copyOf(fit);
        engagement = List.copyOf(engagement);
        if (fit.isEmpty() || engagement.isEmpty()) {
            throw new IllegalArgumentException("an axis without grades");
        }
    }

    /** The grade of these millionths of a point: that of the fit, then that of the engagement. */
    public String of(long fitPoints, long engagementPoints) {
        return of(fit, fitPoints) + of(engagement, engagementPoints);
    }

    private static String of(List<Grade> axis, long points) {
        for (Grade grade : axis) {
            if (points >= grade.from()) {
                return grade.name();
            }
        }
        return axis.get(axis.size() - 1).name();
    }
}
