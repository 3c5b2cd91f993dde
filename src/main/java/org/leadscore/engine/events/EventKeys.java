package org.leadscore.engine.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.leadscore.engine.files.Allowance;

/**
 * The keys of a log's events, by which overlapping exports are recognised. Rows that have a key in common and say the
 * same are one event, whichever comes first. Where such rows say different things, the key is contested, and the log is
 * to be read again, as only then it is known which row counts. Shared by the threads of one reading; safe for that.
 */
public final class EventKeys {

    /** A key, as 128 bits of its SHA-256. */
    public record Key(long high, long low) implements Comparable<Key> {

        /** An order without a meaning, by which a map finds keys quickly even where their hashes are equal. */
        @Override
        public int compareTo(Key other) {
            int byHigh = Long.compare(high, other.high);
            return byHigh != 0 ? byHigh : Long.compare(low, other.low);
        }
    }

    /**
     * A key of the events of one log.
     *
     * @param log the log's number
     */
    public record OfLog(int log, Key key) implements Comparable<OfLog> {

        /** An order without a meaning, as that of {@link Key}. */
        @Override
        public int compareTo(OfLog other) {
            return log != other.log ? Integer.compare(log, other.log) : key.compareTo(other.key);
        }
    }

    /** The answer to a row with a key. */
    enum Seen {
        NEW,
        AGAIN,

        /** The key was seen before, with a row that says something else. */
        CONTESTED
    }

    private static final int SHARDS = 64;
    private static final int TAKEN_AT_ONCE = 64;

    /** Bytes of memory for an entry of a map, with the key and the hash of the row. */
    private static final long BYTES_OF_KEY = 128;

    /** The hash of the row with each key, in shards by the key, each under its own lock. */
    private final Map<Key, Long>[] contents;

    /** The keys that were seen with different rows. */
    private final Set<Key> contested = ConcurrentHashMap.newKeySet();

    private final Allowance allowance;

    /** Keeps keys without a limit of memory. */
    public EventKeys() {
        this(Allowance.unlimited());
    }

    /** Keeps keys as long as the allowance lasts. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no other way to make an array of a generic type
    public EventKeys(Allowance allowance) {
        this.allowance = allowance;
        contents = new Map[SHARDS];
        for (int i = 0; i < SHARDS; i++) {
            contents[i] = new HashMap<>();
        }
    }

    /**
     * Takes note of a row with a key.
     *
     * @param content a hash of the row's text, which tells rows apart that say different things
     */
    Seen see(Key key, long content) {
        Map<Key, Long> shard = contents[(int) key.low() & (SHARDS - 1)];
        Long known;
        synchronized (shard) {
            known = shard.putIfAbsent(key, content);
            if (known == null && shard.size() % TAKEN_AT_ONCE == 1) {
                allowance.take(TAKEN_AT_ONCE * BYTES_OF_KEY);
            }
        }
        if (known == null) {
            return Seen.NEW;
        }
        if (known == content) {
            return Seen.AGAIN;
        }
        if (contested.add(key)) {
            allowance.take(BYTES_OF_KEY);
        }
        return Seen.CONTESTED;
    }

    /** Asks for the memory of an event that is kept until the log has been read. */
    void hold(ContestedEvent event) {
        allowance.take(BYTES_OF_KEY + event.memory());
    }

    Set<Key> contested() {
        return contested;
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }

    static Key key(MessageDigest digest, String text) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.getBytes(UTF_8)));
        return new Key(hash.getLong(), hash.getLong());
    }
}
