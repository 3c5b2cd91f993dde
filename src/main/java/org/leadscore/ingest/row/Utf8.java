package org.leadscore.ingest.row;

/** Checks and counts bytes that claim to be UTF-8 (Unicode 15, table 3-7). */
final class Utf8 {

    private static final byte FIRST_OF_MARK = (byte) 0xEF;
    private static final byte FIRST_OF_CONTROLS = (byte) 0xC2;
    private static final int LAST_CONTROL = 0x9F;

    private Utf8() {}

    /**
     * False when bytes are no UTF-8, and when a byte order mark stands among them.
     *
     * @param withoutControls true to answer false where a character from 80 to 9F stands among them, too
     */
    static boolean isPlain(byte[] bytes, int from, int to, boolean withoutControls) {
        int at = from;
        while (at < to) {
            int length = lengthAt(bytes, at, to);
            if (length == 0 || bytes[at] == FIRST_OF_MARK && isMark(bytes, at)) {
                return false;
            }
            if (withoutControls && bytes[at] == FIRST_OF_CONTROLS && (bytes[at + 1] & 0xFF) <= LAST_CONTROL) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** Number of chars that valid bytes make, those beyond the BMP counted as two. */
    static int chars(byte[] bytes, int from, int to) {
        int chars = 0;
        for (int i = from; i < to; i++) {
            int lead = bytes[i] & 0xFF;
            chars += isContinuation(bytes[i]) ? 0 : lead < 0xF0 ? 1 : 2;
        }
        return chars;
    }

    /** The length of the sequence that begins at {@code at}, in bytes; 0 when it is not valid. */
    private static int lengthAt(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + length > to) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if (!isContinuation(bytes[at + i])) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean possible = switch (lead) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second <= 0x9F;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second <= 0x8F;
            default -> true;
        };
        return possible ? length : 0;
    }

    private static boolean isMark(byte[] bytes, int at) {
        return bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF;
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
