package org.leadscore.page.chart;

import java.util.List;
import java.util.stream.Collectors;

/** One mark of a picture. Places are in units of the picture, from its upper left corner. */
public sealed interface Mark {

    /** The look, which the style sheet knows. */
    Look look();

    /**
     * A filled rectangle.
     *
     * @param tip shown to who points at it; empty for none
     */
    record Box(double x, double y, double width, double height, Look look, String tip) implements Mark {

        /** A rectangle of which nothing is to be said. */
        public Box(double x, double y, double width, double height, Look look) {
            this(x, y, width, height, look, "");
        }
    }

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, Look look) implements Mark {}

    /** A line through points, of which there is at least one. */
    record Course(List<Point> points, Look look) implements Mark {

        public Course {
            points = List.copyOf(points);
        }

        /** The points as SVG lists them. */
        public String svg() {
            return points.stream()
                    .map(point -> Coordinates.text(point.x()) + "," + Coordinates.text(point.y()))
                    .collect(Collectors.joining(" "));
        }
    }

    /** A place of a {@link Course}. */
    record Point(double x, double y) {}

    /**
     * A dot.
     *
     * @param tip shown to who points at it; empty for none
     */
    record Dot(double x, double y, double radius, Look look, String tip) implements Mark {

        /** A dot of which nothing is to be said. */
        public Dot(double x, double y, double radius, Look look) {
            this(x, y, radius, look, "");
        }
    }

    /** A text, whose foot stands at {@code y}. */
    record Label(double x, double y, String text, Anchor anchor, Look look) implements Mark {}
}
