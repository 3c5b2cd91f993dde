package org.leadscore.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a run had of memory, and how it got along with it.
 *
 * @param limit bytes: what was asked for, or else what Java may have for objects on this machine
 * @param isAsked whether somebody asked for it
 * @param parts in how many parts leads were scored, on disk; 1 when everything was held in memory
 * @param onDisk bytes that were written for that
 */
public record MemoryUse(long limit, boolean isAsked, int parts, long onDisk) {

    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    String text() {
        String held = parts == 1 ? "everything fits" : "in " + parts + " parts, " + size(onDisk) + " on disk";
        return "memory: " + size(limit) + (isAsked ? " as asked, " : " for Java on this machine, ") + held;
    }

    /** With one decimal, if that is not zero, of the largest unit that it is one of. */
    public static String size(long bytes) {
        BigDecimal size = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (size.compareTo(KIBI) >= 0 && unit < UNITS.length - 1) {
            size = size.divide(KIBI);
            unit++;
        }
        BigDecimal rounded = size.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString() + " " + UNITS[unit];
    }
}
