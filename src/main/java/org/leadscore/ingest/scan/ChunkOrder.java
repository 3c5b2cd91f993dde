package org.leadscore.ingest.scan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settles where each chunk's records begin and end. The thread that takes a chunk looks through it as if it began with a
 * record. Here the chunks are then put in the order of the file; a record that the ones before left open is put in front of
 * the next one, which is looked through again. Threads only ever wait for chunks that another thread is looking through.
 */
public final class ChunkOrder {

    private final Map<Integer, Chunk> scanned = new HashMap<>(); // chunks that wait for their turn, by number
    private int next; // number of the next chunk to settle
    private boolean abandoned; // true when a chunk will never come
    private long settled; // bytes of the text before the record that is open, or before the next chunk
    private byte[] held = new byte[0]; // the record that is open
    private int heldLength; // bytes of it
    private @Nullable QuoteScan heldScan; // of it; null when no record is open

    /** Orders the chunks of one file, the first of which begins at this byte of the text. */
    public ChunkOrder(long from) {
        settled = from;
    }

    /** Takes a chunk that has been looked through. */
    public synchronized void add(Chunk chunk) {
        scanned.put(chunk.number(), chunk);
        Chunk inTurn = scanned.remove(next);
        while (inTurn != null) {
            settle(inTurn);
            next++;
            inTurn = scanned.remove(next);
        }
        notifyAll();
    }

    /** Wakes the threads that wait for a chunk which will never come, as an error has ended the reading of it. */
    public synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /** True when a record is open behind all chunks that were added. */
    public synchronized boolean isOpen() {
        return heldLength > 0;
    }

    /** Waits until the chunk is settled; returns false when it is not to be read, as one before it was abandoned. */
    public synchronized boolean await(Chunk chunk) {
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
            chunk.settle(chunk.bytes(), 0, List.of(), null, settled);
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
            chunk.settle(bytes, end, broken, scan, settled);
            settled += end;
        } else {
            heldScan = scan.isPassing() ? scan.withoutFirst(length) : null;
            chunk.settle(bytes, length, broken, scan, settled);
            settled += length;
        }
    }

    private void hold(byte[] bytes, int from, int to) {
        int wanted = heldLength + to - from;
        if (wanted > held.length) {
            held = Arrays.copyOf(held, Math.max(wanted, 2 * heldLength));
        }
        System.arraycopy(bytes, from, held, heldLength, to - from);
        heldLength = wanted;
    }
}
