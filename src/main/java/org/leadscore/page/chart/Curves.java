package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;

/** Shares that grow from 0 to 1 as curves, such as the buyers that are reached by the leads that are called; chance is the straight line. */
public final class Curves {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 306;
    private static final double LEFT = 46;
    private static final double RIGHT = 386;
    private static final double TOP = 14;
    private static final double BOTTOM = 262;
    private static final double LINE = 18;
    private static final double DOT = 2.6;
    private static final double CALLED = 3.4;
    private static final int QUARTERS = 4;
    /** Shares of the width at which the names of the curves stand: the first that is far enough from the callout. */
    private static final double[] NAME_OF_UPPER = {0.36, 0.68, 0.2};

    private static final double[] NAME_OF_LOWER = {0.46, 0.72, 0.26};
    private static final double FAR_ENOUGH = 0.22;
    private static final double NAME_OF_CHANCE = 0.68;
    private static final double ROOM = 8;

    /** A place of a curve, with its share from 0 to 1 and a word for who points at it. */
    public record Place(double x, double share, String tip) {}

    /**
     * A curve; it begins at 0.
     *
     * @param places in ascending order
     * @param isNew true for what is looked at, false for what it is compared with
     */
    public record Curve(String name, List<Place> places, boolean isNew) {

        public Curve {
            places = List.copyOf(places);
        }

        /** The share at a place, between two places on the straight line. */
        double at(double x) {
            double fromX = 0;
            double fromShare = 0;
            for (Place place : places) {
                if (x <= place.x()) {
                    double part = place.x() == fromX ? 1 : (x - fromX) / (place.x() - fromX);
                    return fromShare + part * (place.share() - fromShare);
                }
                fromX = place.x();
                fromShare = place.share();
            }
            return fromShare;
        }
    }

    /** A tick of an axis. */
    public record Tick(double at, String text) {}

    /**
     * The axis below.
     *
     * @param most the number at its end, where chance reaches everything
     */
    public record Axis(String name, double most, List<Tick> ticks) {

        public Axis {
            ticks = List.copyOf(ticks);
        }
    }

    /**
     * The place that the finding tells of.
     *
     * @param shares of the curves there as texts, in the order of the curves
     */
    public record Callout(double x, List<String> shares) {

        public Callout {
            shares = List.copyOf(shares);
        }
    }

    private Curves() {}

    /**
     * Draws one curve, or a new one and an old one.
     *
     * @param quarters the texts of 0, 25, 50, 75 and 100 percent
     * @param chance the name of the straight line
     */
    public static Picture of(
            String title,
            String description,
            List<Curve> curves,
            Axis axis,
            List<String> quarters,
            Callout callout,
            String chance) {
        LinearScale x = new LinearScale(0, axis.most(), LEFT, RIGHT);
        LinearScale y = new LinearScale(0, 1, BOTTOM, TOP);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i <= QUARTERS; i++) {
            double at = y.at((double) i / QUARTERS);
            marks.add(new Mark.Line(LEFT, at, RIGHT, at, i == 0 ? Look.AXIS : Look.GRID));
            marks.add(new Mark.Label(LEFT - 6, at + 4, quarters.get(i), Anchor.END, Look.TEXT));
        }
        for (Tick tick : axis.ticks()) {
            marks.add(new Mark.Line(x.at(tick.at()), BOTTOM, x.at(tick.at()), BOTTOM + 4, Look.AXIS));
            marks.add(new Mark.Label(x.at(tick.at()), BOTTOM + LINE, tick.text(), Anchor.MIDDLE, Look.TEXT));
        }
        marks.add(new Mark.Label((LEFT + RIGHT) / 2, BOTTOM + 2 * LINE, axis.name(), Anchor.MIDDLE, Look.TEXT_SMALL));
        marks.add(new Mark.Line(LEFT, BOTTOM, RIGHT, TOP, Look.DASH));
        double ofChance = axis.most() * NAME_OF_CHANCE;
        marks.add(new Mark.Label(
                x.at(ofChance) + ROOM, y.at(NAME_OF_CHANCE) + LINE + ROOM, chance, Anchor.START, Look.TEXT_SMALL));
        marks.add(new Mark.Line(x.at(callout.x()), TOP, x.at(callout.x()), BOTTOM, Look.GRID));
        for (int i = curves.size() - 1; i >= 0; i--) {
            add(curves.get(i), x, y, marks);
        }
        names(curves, axis.most(), callout.x(), x, y, marks);
        callouts(curves, callout, x, y, marks);
        return new Picture(Frame.CHART, WIDTH, HEIGHT, title, description, marks);
    }

    private static void add(Curve curve, LinearScale x, LinearScale y, List<Mark> marks) {
        List<Mark.Point> points = new ArrayList<>();
        points.add(new Mark.Point(x.at(0), y.at(0)));
        curve.places().forEach(place -> points.add(new Mark.Point(x.held(place.x()), y.at(place.share()))));
        marks.add(new Mark.Course(points, curve.isNew() ? Look.LINE_NEW : Look.LINE_OLD));
        if (curve.isNew()) {
            curve.places()
                    .forEach(place -> marks.add(
                            new Mark.Dot(x.held(place.x()), y.at(place.share()), DOT, Look.DOT_NEW, place.tip())));
        }
    }

    private static void names(
            List<Curve> curves, double most, double called, LinearScale x, LinearScale y, List<Mark> marks) {
        if (curves.size() < 2) {
            return;
        }
        double atUpper = most * place(NAME_OF_UPPER, called / most);
        double atLower = most * place(NAME_OF_LOWER, called / most);
        boolean isFirstUpper = curves.get(0).at(atUpper) >= curves.get(1).at(atUpper);
        Curve upper = curves.get(isFirstUpper ? 0 : 1);
        Curve lower = curves.get(isFirstUpper ? 1 : 0);
        double share = Math.max(upper.at(atUpper), lower.at(atUpper));
        marks.add(new Mark.Label(
                x.at(atUpper) - ROOM,
                Math.max(TOP + ROOM, y.at(share) - ROOM),
                upper.name(),
                Anchor.END,
                upper.isNew() ? Look.TEXT_NEW : Look.TEXT_OLD));
        marks.add(new Mark.Label(
                x.at(atLower) + ROOM,
                y.at(Math.min(upper.at(atLower), lower.at(atLower))) + LINE + ROOM,
                lower.name(),
                Anchor.START,
                lower.isNew() ? Look.TEXT_NEW : Look.TEXT_OLD));
    }

    private static double place(double[] places, double called) {
        for (double place : places) {
            if (Math.abs(place - called) > FAR_ENOUGH) {
                return place;
            }
        }
        return places[0];
    }

    private static void callouts(List<Curve> curves, Callout callout, LinearScale x, LinearScale y, List<Mark> marks) {
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            double share = curve.at(callout.x());
            boolean isUpper = curves.size() < 2
                    || share >= curves.get(1 - i).at(callout.x())
                            && (i == 0 || share > curves.get(0).at(callout.x()));
            double cx = x.at(callout.x());
            double cy = y.at(share);
            marks.add(new Mark.Dot(cx, cy, CALLED, curve.isNew() ? Look.DOT_NEW : Look.DOT_OLD));
            marks.add(new Mark.Label(
                    isUpper ? cx - ROOM : cx + ROOM,
                    isUpper ? Math.max(TOP + ROOM, cy - ROOM / 2) : cy + LINE - 2,
                    callout.shares().get(i),
                    isUpper ? Anchor.END : Anchor.START,
                    curve.isNew() ? Look.TEXT_NEW : Look.TEXT_OLD));
        }
    }
}
