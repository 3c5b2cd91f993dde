package org.leadscore.engine.leads;

import java.util.Arrays;
import org.leadscore.engine.files.Allowance;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Utf8Slice;

/**
 * Many short byte strings, appended and never changed, each found by its address. One thread appends at a time; others
 * may read a string once they have been told its address.
 */
final class BytePages {

    private static final int PAGE_BITS = 20;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int LENGTH = 4;
    private static final int FIRST = 1 << 12;
    private static final int USUAL_LENGTH = 48;

    private final Allowance allowance;

    /** The strings in pages, each string with its length in four bytes before it. */
    private volatile byte[][] pages = new byte[0][];

    /** Number of bytes of the last page that may be used. */
    private int room;

    /** Number of bytes of the last page that are used. */
    private int used;

    /**
     * Pages without a string.
     *
     * @param allowance asked for the bytes of every page
     */
    BytePages(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Appends a copy of the bytes, and answers its address. */
    long append(byte[] bytes, int length) {
        if (used + LENGTH + length > room) {
            makeRoom(LENGTH + length);
        }
        int page = pages.length - 1;
        byte[] target = pages[page];
        int at = used;
        for (int i = 0; i < LENGTH; i++) {
            target[at + i] = (byte) (length >>> (8 * i));
        }
        System.arraycopy(bytes, 0, target, at + LENGTH, length);
        used = at + LENGTH + length;
        return (long) page << PAGE_BITS | at;
    }

    /**
     * Makes room for so many bytes. The first page grows until it is a whole one, as many directories hold but little;
     * a page that was read before stays as it is.
     */
    private void makeRoom(int count) {
        boolean grows = pages.length == 1 && used + count <= PAGE;
        int wanted = grows || pages.length == 0 ? Math.min(PAGE, Math.max(FIRST, 2 * (used + count))) : PAGE;
        int size = Math.max(wanted, count);
        allowance.take(size);
        byte[] page = new byte[size + Long.BYTES];
        byte[][] more = Arrays.copyOf(pages, grows ? 1 : pages.length + 1);
        if (grows) {
            System.arraycopy(pages[0], 0, page, 0, used);
            allowance.giveBack(room);
        } else {
            used = 0;
        }
        more[more.length - 1] = page;
        pages = more;
        room = size;
    }

    /** The pages of all strings whose address was told so far, for loops that look at many of them. */
    byte[][] pages() {
        return pages;
    }

    /**
     * Reads the first byte and the last of a string, only to bring them near.
     *
     * @return a figure without meaning
     */
    static int touch(byte[][] pages, long address, int length) {
        byte[] page = pages[page(address)];
        int from = from(address);
        return page[from] + page[Math.min(from + length, page.length - 1)];
    }

    /**
     * Reads the first byte of a string and the last of a usual one, which lie in at most two cache lines.
     *
     * @return a figure without meaning
     */
    int touch(long address) {
        return touch(pages, address, USUAL_LENGTH);
    }

    /** True when the string at the address has the same bytes as a slice. */
    static boolean holds(byte[][] pages, long address, byte[] bytes, int start, int length) {
        byte[] page = pages[page(address)];
        int from = from(address);
        return length(page, from) == length && Eight.equal(page, from, bytes, start, length);
    }

    boolean holds(long address, byte[] bytes, int start, int length) {
        return holds(pages, address, bytes, start, length);
    }

    /** Compares the string at the address with bytes, unsigned, which is the order of code points in UTF-8. */
    int compare(long address, byte[] bytes, int length) {
        byte[] page = bytesOf(address);
        int from = from(address);
        return Arrays.compareUnsigned(page, from, from + length(page, from), bytes, 0, length);
    }

    int compare(long left, long right) {
        byte[] leftPage = bytesOf(left);
        byte[] rightPage = bytesOf(right);
        int leftFrom = from(left);
        int rightFrom = from(right);
        return Arrays.compareUnsigned(
                leftPage,
                leftFrom,
                leftFrom + length(leftPage, leftFrom),
                rightPage,
                rightFrom,
                rightFrom + length(rightPage, rightFrom));
    }

    /** The string as a view of its page. */
    Utf8Slice slice(long address) {
        byte[] page = bytesOf(address);
        int from = from(address);
        return new Utf8Slice(page, from, length(page, from));
    }

    /**
     * A part of the string as a view of its page.
     *
     * @param start index of the part's first byte in the string
     */
    Utf8Slice slice(long address, int start, int length) {
        return new Utf8Slice(bytesOf(address), from(address) + start, length);
    }

    /** The four bytes of the string from {@code start} on as a number, the first byte lowest. */
    int intAt(long address, int start) {
        return (int) Eight.at(bytesOf(address), from(address) + start);
    }

    private byte[] bytesOf(long address) {
        return pages[page(address)];
    }

    private static int page(long address) {
        return (int) (address >>> PAGE_BITS);
    }

    private static int from(long address) {
        return (int) (address & (PAGE - 1)) + LENGTH;
    }

    private static int length(byte[] page, int from) {
        return (int) Eight.at(page, from - LENGTH);
    }
}
