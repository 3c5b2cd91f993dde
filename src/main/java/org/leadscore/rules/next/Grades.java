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
        return fit.get(index(fit, fitPoints)).name()
                + engagement.get(index(engagement, engagementPoints)).name();
    }

    /** The number of the grade of these millionths of a point: by fit, and within one grade of fit by engagement, from 0. */
    public int index(long fitPoints, long engagementPoints) {
        return index(fit, fitPoints) * engagement.size() + index(engagement, engagementPoints);
    }

    private static int index(List<Grade> axis, long points) {
        for (int i = 0; i < axis.size(); i++) {
            if (points >= axis.get(i).from()) {
                return i;
            }
        }
        return axis.size() - 1;
    }
}
