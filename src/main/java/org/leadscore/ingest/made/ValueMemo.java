package org.leadscore.ingest.made;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.SliceMap;

/**
 * Remembers what was made of a text, so that a value that comes again is not made again: as a rule the place in the text where
 * it stands. Bounded, as {@link SliceMap} is. Not thread-safe.
 */
final class ValueMemo {

    /** In place of a value: there is none. */
    static final int NOTHING = 0;

    /** In place of a value: the text is not what it should be. */
    static final int UNREADABLE = -1;

    /** In place of a value: it is not remembered. */
    private static final int FORGOTTEN = -2;

    /** Values beyond this one stand elsewhere: −3 is the first of them. */
    private static final int FIRST_ELSEWHERE = -3;

    private static final int BITS_OF_LENGTH = 15;
    private static final int LONGEST = (1 << BITS_OF_LENGTH) - 1;
    private static final int MOST_ELSEWHERE = 1 << 16;

    private final Function<String, @Nullable String> maker;
    private final SliceMap known = new SliceMap(this::make);
    private final List<byte[]> elsewhere = new ArrayList<>(); // values that do not stand in their texts

    /** @param maker makes a value of a text; null for one that is not what it should be */
    ValueMemo(Function<String, @Nullable String> maker) {
        this.maker = maker;
    }

    /**
     * Finds the value made of a text, a slice of UTF-8, as a number for the other methods; {@link #NOTHING} and
     * {@link #UNREADABLE} where there is none.
     */
    int of(byte[] bytes, int start, int length) {
        return length > LONGEST ? FORGOTTEN : known.get(bytes, start, length);
    }

    /** True when the value stands in the text. */
    static boolean isInText(int made) {
        return made > NOTHING;
    }

    /** The place of a value in its text, in bytes. */
    static int offset(int made) {
        return made >>> BITS_OF_LENGTH;
    }

    /** The length of a value that stands in its text, in bytes. */
    static int length(int made) {
        return made & LONGEST;
    }

    /** The bytes of a value that does not stand in its text; null when that is not what it should be. */
    byte @Nullable [] bytes(int made, byte[] bytes, int start, int length) {
        if (made != FORGOTTEN) {
            return elsewhere.get(FIRST_ELSEWHERE - made);
        }
        String value = maker.apply(new String(bytes, start, length, UTF_8));
        return value == null ? null : value.getBytes(UTF_8);
    }

    private int make(String text) {
        String made = maker.apply(text);
        if (made == null) {
            return UNREADABLE;
        }
        if (made.isEmpty()) {
            return NOTHING;
        }
        int at = text.indexOf(made);
        byte[] value = made.getBytes(UTF_8);
        if (at >= 0) {
            return text.substring(0, at).getBytes(UTF_8).length << BITS_OF_LENGTH | value.length;
        }
        if (elsewhere.size() == MOST_ELSEWHERE) {
            return FORGOTTEN;
        }
        elsewhere.add(value);
        return FIRST_ELSEWHERE + 1 - elsewhere.size();
    }
}
