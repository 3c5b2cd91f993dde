package org.leadscore.page.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Places numbers on a line: {@code from} stands at {@code start}, {@code to} at {@code end}, all others in proportion.
 * Numbers beyond either stand beyond.
 */
public record LinearScale(double from, double to, double start, double end) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    public LinearScale {
        if (!(to > from)) {
            throw new IllegalArgumentException("a scale from " + from + " to " + to);
        }
    }

    /** The place of a number. */
    public double at(double number) {
        return start + (number - from) / (to - from) * (end - start);
    }

    /** The place of a number, held within the line. */
    public double held(double number) {
        return at(Math.max(from, Math.min(to, number)));
    }

    /** Round numbers for an axis from 0: at most so many steps, of which the last reaches the most. */
    public static List<Double> ticks(double most, int steps) {
        double rough = Math.max(most, 1) / steps;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = STEPS[STEPS.length - 1] * power;
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] * power >= rough) {
                step = STEPS[i] * power;
            }
        }
        step = Math.max(1, Math.ceil(step));
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; (i - 1) * step < most || i < 2; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
