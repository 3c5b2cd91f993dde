package org.leadscore.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.InputException;

/**
 * Settles where each chunk's records begin and end. A chunk is looked through as if it began with a record, by whichever
 * thread took it; here, in the order of the file, what the chunks before left open is put in front, and looked through
 * again from there. Threads only ever wait for chunks that another thread is looking through.
 */
final class ChunkOrder {

    private static final int LONGEST_RECORD = 1 << 28;

    private final String file;
    private final Map<Integer, Chunk> scanned = new HashMap<>();
    private int next;
    private boolean abandoned;
    private byte[] held = new byte[0];
    private int heldLength;
    private @Nullable QuoteScan heldScan;

    ChunkOrder(String file) {
        this.file = file;
    }

    /** Takes a chunk that has been looked through. */
    synchronized void add(Chunk chunk) {
        scanned.put(chunk.number(), chunk);
        Chunk inTurn = scanned.remove(next);
        while (inTurn != null) {
            settle(inTurn);
            next++;
            inTurn = scanned.remove(next);
        }
        notifyAll();
    }

    /** A chunk will never come, and the run ends with what befell it; who waits for it must not wait on. */
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /** False when the chunk is not to be read, as one before it was abandoned. */
    synchronized boolean await(Chunk chunk) {
        boolean interrupted = false;
        while (!chunk.isSettled() && !abandoned) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // the thread that is waited for is busy, not stuck
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return chunk.isSettled();
    }

    private void settle(Chunk chunk) {
        QuoteScan earlier = heldScan;
        if (earlier == null) {
            close(chunk, chunk.scan(), chunk.bytes(), chunk.length());
            return;
        }
        int from = heldLength;
        hold(chunk.bytes(), 0, chunk.length());
        earlier.scan(held, from, heldLength, chunk.isLast());
        if (earlier.isOpen() && earlier.openRecord() == 0) {
            chunk.settle(chunk.bytes(), 0, List.of(), true);
            return;
        }
        byte[] bytes = held;
        int length = heldLength;
        held = new byte[0];
        heldLength = 0;
        close(chunk, earlier, bytes, length);
    }

    private void close(Chunk chunk, QuoteScan scan, byte[] bytes, int length) {
        List<BrokenQuote> broken = List.copyOf(scan.broken());
        if (scan.isOpen()) {
            int end = scan.openRecord();
            hold(bytes, end, length);
            heldScan = scan.withoutFirst(end);
            chunk.settle(bytes, end, broken, true);
        } else {
            heldScan = null;
            chunk.settle(bytes, length, broken, scan.hasQuotes());
        }
    }

    private void hold(byte[] bytes, int from, int to) {
        int wanted = heldLength + to - from;
        if (wanted > LONGEST_RECORD) {
            throw new InputException(file + ": a row of more than " + (LONGEST_RECORD >> 20)
                    + " MiB, which no table has; export it again");
        }
        if (wanted > held.length) {
            held = Arrays.copyOf(held, Math.max(wanted, 2 * heldLength));
        }
        System.arraycopy(bytes, from, held, heldLength, to - from);
        heldLength = wanted;
    }
}
