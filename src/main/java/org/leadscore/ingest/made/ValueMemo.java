package org.leadscore.ingest.made;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Utf8Slice;

/**
 * Remembers what was made of a text, so that a value that comes again is not made again. Bounded: when most texts come once,
 * nothing is remembered any more. Not thread-safe.
 */
final class ValueMemo {

    private static final int MOST_TEXTS = 1 << 13;
    private static final int LONGEST = 1 << 10;

    /**
     * The value made of a text.
     *
     * @param offset of the value in the text, in bytes, where it stands there
     * @param length of the value, in bytes
     * @param bytes of the value; null where it stands in the text
     * @param isUnreadable true when the text is not what it should be
     */
    record Made(int offset, int length, byte @Nullable [] bytes, boolean isUnreadable) {}

    private static final Made NOTHING = new Made(0, 0, null, false);
    private static final Made UNREADABLE = new Made(0, 0, null, true);

    private final Function<String, @Nullable String> maker;
    private final Map<Utf8Slice, Made> known = new HashMap<>();
    private long asked; // since the map was emptied
    private boolean isIdle; // true when it does not pay to remember

    /** @param maker makes a value of a text; null for one that is not what it should be */
    ValueMemo(Function<String, @Nullable String> maker) {
        this.maker = maker;
    }

    /** The value made of a text, a slice of UTF-8. */
    Made of(byte[] bytes, int start, int length) {
        if (isIdle || length > LONGEST) {
            return make(bytes, start, length);
        }
        asked++;
        Made made = known.get(new Utf8Slice(bytes, start, length));
        if (made == null) {
            made = make(bytes, start, length);
            remember(Arrays.copyOfRange(bytes, start, start + length), made);
        }
        return made;
    }

    private void remember(byte[] text, Made made) {
        if (known.size() == MOST_TEXTS) {
            isIdle = asked < 2 * MOST_TEXTS;
            asked = 0;
            known.clear();
        }
        known.put(new Utf8Slice(text, 0, text.length), made);
    }

    private Made make(byte[] bytes, int start, int length) {
        String text = new String(bytes, start, length, UTF_8);
        String made = maker.apply(text);
        if (made == null) {
            return UNREADABLE;
        }
        if (made.isEmpty()) {
            return NOTHING;
        }
        byte[] value = made.getBytes(UTF_8);
        int at = text.indexOf(made);
        if (at < 0) {
            return new Made(0, value.length, value, false);
        }
        int offset = text.length() == length ? at : text.substring(0, at).getBytes(UTF_8).length;
        return new Made(offset, value.length, null, false);
    }
}
