package org.leadscore.cli.option;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Nearest;
import org.leadscore.problem.UsageException;
import org.leadscore.report.summary.MemoryUse;

/**
 * The limit of memory for the whole process. Java gets a part of it for objects, its heap; the rest is for Java itself.
 * The launcher works that part out in the same way.
 *
 * @param text as the user wrote it
 * @param bytes of the whole process
 */
public record MemoryLimit(String text, long bytes) {

    private static final long MEBIBYTE = 1 << 20;
    private static final long FOR_JAVA = 128 * MEBIBYTE;
    private static final long LEAST = 256 * MEBIBYTE;
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([a-zA-Z]*)");
    private static final Map<String, Integer> UNITS = Map.of("m", 20, "g", 30, "t", 40);
    private static final Map<String, String> MEANT =
            Map.of("mb", "m", "mib", "m", "gb", "g", "gib", "g", "tb", "t", "tib", "t", "mega", "m", "giga", "g");

    /**
     * Reads an option's value; null for none.
     *
     * @throws UsageException when it is no size, or too small for any run
     */
    public static @Nullable MemoryLimit of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new UsageException(
                    "--memory " + text + ": not a size; write a whole number and a unit, as 512m or 4g");
        }
        String word = size.group(2).toLowerCase(Locale.ROOT);
        Integer shift = UNITS.get(word);
        if (shift == null) {
            throw new UsageException("--memory " + text + ": "
                    + (word.isEmpty() ? "the unit is missing" : "'" + size.group(2) + "' is no unit")
                    + hint(size.group(1), word));
        }
        long bytes = Long.parseLong(size.group(1)) << shift;
        if (bytes < LEAST) {
            throw new UsageException("--memory " + text + ": too little, a run needs 256m");
        }
        return new MemoryLimit(text, bytes);
    }

    /** The least limit of 256m, 512m, 1024m and so on that has so many bytes for objects. */
    public static MemoryLimit withHeap(long heap) {
        MemoryLimit limit = new MemoryLimit("", LEAST);
        while (limit.heap() < heap) {
            limit = new MemoryLimit("", 2 * limit.bytes);
        }
        return limit;
    }

    /** The part that is for objects, in bytes: seven eighths less 128 MiB, in whole MiB. */
    long heap() {
        long mebibytes = bytes / MEBIBYTE;
        return (mebibytes - mebibytes / 8) * MEBIBYTE - FOR_JAVA;
    }

    /**
     * Makes sure that Java was started with so little that the process can keep to the limit.
     *
     * @param heap bytes that Java may take for objects
     * @throws UsageException when it is more than {@link #heap()}
     */
    public void requireKept(long heap) {
        if (heap > heap()) {
            throw new UsageException("--memory " + text + ": Java was started with " + MemoryUse.size(heap)
                    + " for objects, and may take it all; scripts/leadscore gives it less, as java -Xmx"
                    + heap() / MEBIBYTE + "m does");
        }
    }

    private static String hint(String number, String word) {
        String unit = MEANT.getOrDefault(
                word,
                Nearest.to(word, MEANT.keySet())
                        .map(near -> String.valueOf(MEANT.get(near)))
                        .orElse(""));
        return unit.isEmpty() ? "; units are m, g and t, as in 512m or 4g" : Nearest.question(number + unit);
    }
}
