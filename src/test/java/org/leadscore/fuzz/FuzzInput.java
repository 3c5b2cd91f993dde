package org.leadscore.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An input of a target: bytes in front that choose, then the text itself. */
final class FuzzInput {

    private final byte[] bytes;
    private int at;

    FuzzInput(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the next byte for a choice among so many; 0 when there is none. */
    int choice(int count) {
        return at < bytes.length ? (bytes[at++] & 0xFF) % count : 0;
    }

    /** Takes the next byte for yes or no. */
    boolean coin() {
        return choice(2) == 1;
    }

    /** The bytes that are left. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }

    /** The bytes that are left as text, with U+FFFD for what is not UTF-8. */
    String text() {
        return new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8);
    }
}
