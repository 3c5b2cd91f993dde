package org.leadscore.report.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The memory that a run had, and the parts that it was done in. Taken by the summary.
 *
 * @param limit bytes: the number asked for, or else as much as Java may have for objects on this machine
 * @param isAsked whether the user gave the limit
 * @param parts number of parts in which leads were scored, on disk; 1 when everything was held in memory
 * @param onDisk bytes that were written for that
 */
public record MemoryUse(long limit, boolean isAsked, int parts, long onDisk) {

    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    String text() {
        String held = parts == 1 ? "everything fits" : "in " + parts + " parts, " + size(onDisk) + " on disk";
        return "memory: " + size(limit) + (isAsked ? " as asked, " : " for Java on this machine, ") + held;
    }

    /**
     * Writes a number of bytes in the largest unit of which there is at least one, with one decimal if that is not
     * zero, such as {@code 1.5 GiB}.
     */
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
