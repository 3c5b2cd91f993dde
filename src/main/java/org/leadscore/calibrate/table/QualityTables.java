package org.leadscore.calibrate.table;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.leadscore.calibrate.quality.Quality;
import org.leadscore.calibrate.quality.Tenth;

/** Tables of {@link Quality}: rankings compared, and the tenths of one. */
public final class QualityTables {

    private static final String SHARE = "0.0000";

    private QualityTables() {}

    /** A line of the comparison: a ranking. */
    private record Line(String name, Quality quality) {}

    /** A line of the tenths, numbered from 1 for the best. */
    private record TenthLine(int number, Tenth tenth) {}

    /**
     * Prints the measures of several rankings, one line each.
     *
     * @param byName in the order of the lines
     */
    public static String compared(String title, Map<String, Quality> byName) {
        List<Line> lines = byName.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
        return new Sheet<>(title, lines)
                .text("points", Line::name)
                .figure("AUC", SHARE, line -> line.quality().auc().area())
                .figure("from", SHARE, line -> line.quality().interval().low())
                .figure("to", SHARE, line -> line.quality().interval().high())
                .figure("KS", SHARE, line -> line.quality().ks())
                .figure("Brier", "0.00000", line -> line.quality().brier())
                .figure("skill", SHARE, line -> line.quality().brierSkill())
                .figure(
                        "best tenth's lift",
                        "0.00",
                        line -> line.quality().tenths().get(0).lift())
                .print();
    }

    /** Prints the tenths of a ranking, the best first. */
    public static String tenths(Quality quality) {
        return sheet("tenths of the leads, the best first", quality).print();
    }

    /** Writes the tenths of a ranking as CSV, the best first. */
    public static void writeTenths(Quality quality, Writer to) {
        sheet("", quality).write(to);
    }

    private static Sheet<TenthLine> sheet(String title, Quality quality) {
        List<TenthLine> lines = IntStream.range(0, quality.tenths().size())
                .mapToObj(i -> new TenthLine(i + 1, quality.tenths().get(i)))
                .toList();
        return new Sheet<>(title, lines)
                .count("tenth", TenthLine::number)
                .figure("leads", "0.0", line -> line.tenth().rows())
                .figure("conversions", "0.0", line -> line.tenth().conversions())
                .figure("rate", "0.000000", line -> line.tenth().rate())
                .figure("lift", "0.00", line -> line.tenth().lift())
                .figure("gain", SHARE, line -> line.tenth().gain());
    }
}
