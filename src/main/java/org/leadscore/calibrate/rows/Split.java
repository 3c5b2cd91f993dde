package org.leadscore.calibrate.rows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.leadscore.problem.InputException;

/** A history divided in two parts: points are learned from the training part and tried on the test part. */
public record Split(HistoryRows training, HistoryRows test) {

    private static final int FEWEST_SNAPSHOTS = 3;
    private static final int TESTED_SHARE = 5; // a fifth

    /**
     * Divides a history by time: the newest fifth of the snapshots is the test, one at least.
     *
     * @throws InputException for fewer than three snapshots
     */
    public static Split byTime(History history) {
        int count = history.snapshots().size();
        if (count < FEWEST_SNAPSHOTS) {
            throw new InputException(
                    "too few snapshots to learn from: the horizon is over for " + count
                            + " of them, " + FEWEST_SNAPSHOTS
                            + " are the least; a shorter --horizon, snapshots closer together (--snapshots) or a longer past give more");
        }
        int firstTested = count - Math.max(1, count / TESTED_SHARE);
        HistoryRows all = HistoryRows.all(history);
        return new Split(
                all.where(row -> history.snapshot(row) < firstTested),
                all.where(row -> history.snapshot(row) >= firstTested));
    }

    /**
     * Divides a flat history by hashes of ids: of the converted leads and of the others, the three tenths with the lowest
     * hash are the test. The hash is the first eight bytes, as a number without sign, of the SHA-256 of salt and id in UTF-8.
     *
     * @param foldedId the id of a lead by its number, in the form in which ids are compared
     */
    public static Split flat(History history, String salt, IntFunction<String> foldedId) {
        long[] hashes = IntStream.range(0, history.rows())
                .mapToLong(row -> hash(salt + foldedId.apply(history.lead(row))))
                .toArray();
        BitSet tested = new BitSet(history.rows());
        addLowest(tested, hashes, IntStream.range(0, history.rows()).filter(history::converted));
        addLowest(tested, hashes, IntStream.range(0, history.rows()).filter(row -> !history.converted(row)));
        HistoryRows all = HistoryRows.all(history);
        return new Split(all.where(row -> !tested.get(row)), all.where(tested::get));
    }

    private static void addLowest(BitSet tested, long[] hashes, IntStream rows) {
        int[] sorted = rows.boxed()
                .sorted(Comparator.comparing((Integer row) -> hashes[row], Long::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < sorted.length * 3L / 10; i++) {
            tested.set(sorted[i]);
        }
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            long first = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                first = first << Byte.SIZE | digest[i] & 0xff;
            }
            return first;
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
