package org.leadscore.cli.option;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Nearest;
import org.leadscore.problem.UsageException;
import org.leadscore.report.summary.MemoryUse;

/**
 * The memory that the whole process may take, in bytes. Java gets a part of it for objects, its heap; the rest is for Java itself.
 *
 * @param text as the user wrote it
 */
public record MemoryLimit(String text, long bytes) {

    private static final long MEBIBYTE = 1 << 20;
    private static final long FOR_JAVA = 128 * MEBIBYTE;
    private static final long LEAST = 256 * MEBIBYTE;
    private static final long MOST = 16L << 40;

    /** The nursery of a run in parts, in bytes. Larger than without a limit, as much is garbage after two collections. */
    private static final long NURSERY = 80 * MEBIBYTE;

    /** The nursery takes at most the heap divided by this number. */
    private static final int NURSERY_SHARE = 4;

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([a-zA-Z]*)");
    private static final Map<String, Integer> UNITS = Map.of("m", 20, "g", 30, "t", 40);
    private static final Map<String, String> MEANT =
            Map.of("mb", "m", "mib", "m", "gb", "g", "gib", "g", "tb", "t", "tib", "t", "mega", "m", "giga", "g");

    /**
     * Understands an option's value; null for none.
     *
     * @throws UsageException when it is no size, too small for any run, or larger than any machine
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
        long number = Long.parseLong(size.group(1));
        if (number > MOST >> shift) {
            throw new UsageException("--memory " + text + ": too much, the most is 16t");
        }
        long bytes = number << shift;
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

    /** The options for a Java that keeps to it, one a word. */
    List<String> options() {
        return List.of(
                "-Xmx" + heap() / MEBIBYTE + "m", "-Xmn" + Math.min(NURSERY, heap() / NURSERY_SHARE) / MEBIBYTE + "m");
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
