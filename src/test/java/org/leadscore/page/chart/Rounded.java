package org.leadscore.page.chart;

import java.util.List;

/** Marks with places to one decimal, as they are written. */
final class Rounded {

    private Rounded() {}

    static List<Mark> marks(Picture picture) {
        return picture.marks().stream().map(Rounded::rounded).toList();
    }

    private static Mark rounded(Mark mark) {
        if (mark instanceof Mark.Box box) {
            return new Mark.Box(of(box.x()), of(box.y()), of(box.width()), of(box.height()), box.look(), box.tip());
        }
        if (mark instanceof Mark.Line line) {
            return new Mark.Line(of(line.x1()), of(line.y1()), of(line.x2()), of(line.y2()), line.look());
        }
        if (mark instanceof Mark.Dot dot) {
            return new Mark.Dot(of(dot.x()), of(dot.y()), of(dot.radius()), dot.look(), dot.tip());
        }
        if (mark instanceof Mark.Course course) {
            return new Mark.Course(
                    course.points().stream()
                            .map(point -> new Mark.Point(of(point.x()), of(point.y())))
                            .toList(),
                    course.look());
        }
        Mark.Label label = (Mark.Label) mark;
        return new Mark.Label(of(label.x()), of(label.y()), label.text(), label.anchor(), label.look());
    }

    private static double of(double place) {
        return Double.parseDouble(Coordinates.text(place));
    }
}
