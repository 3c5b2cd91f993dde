package org.leadscore.score;

import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a number for each text, so that a value that comes a million times is judged once. Bounded: what comes after
 * the map is full is judged each time. Not thread-safe.
 */
final class SliceMap {

    private static final int LIMIT = 1 << 18;

    private final ToIntFunction<String> judge;
    private @Nullable String[] keys = new String[64];
    private int[] hashes = new int[64];
    private int[] values = new int[64];
    private int size;

    SliceMap(ToIntFunction<String> judge) {
        this.judge = judge;
    }

    int get(char[] chars, int start, int length) {
        int hash = hash(chars, start, length);
        int mask = keys.length - 1;
        int at = hash & mask;
        for (String key = keys[at]; key != null; key = keys[at]) {
            if (hashes[at] == hash && equal(key, chars, start, length)) {
                return values[at];
            }
            at = (at + 1) & mask;
        }
        String text = new String(chars, start, length);
        int value = judge.applyAsInt(text);
        if (size < LIMIT) {
            put(at, text, hash, value);
        }
        return value;
    }

    private void put(int at, String text, int hash, int value) {
        keys[at] = text;
        hashes[at] = hash;
        values[at] = value;
        if (++size * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        @Nullable String[] oldKeys = keys;
        int[] oldHashes = hashes;
        int[] oldValues = values;
        keys = new String[2 * oldKeys.length];
        hashes = new int[keys.length];
        values = new int[keys.length];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int at = oldHashes[i] & mask;
                while (keys[at] != null) {
                    at = (at + 1) & mask;
                }
                keys[at] = oldKeys[i];
                hashes[at] = oldHashes[i];
                values[at] = oldValues[i];
            }
        }
    }

    private static int hash(char[] chars, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int spread = hash * 0x9E37_79B9; // values that differ in a digit or two would lie side by side
        return spread ^ (spread >>> 15);
    }

    private static boolean equal(String key, char[] chars, int start, int length) {
        if (key.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (key.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }
}
