package org.leadscore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of a log's events, by which overlapping exports are seen to overlap. Rows that have a key in common and say the
 * same are one event, whichever comes first. Where they say different things, the key is contested, and the log is to be read
 * again, as only then it is known which row counts. Safe to share among threads.
 */
final class EventKeys {

    /** A key, by 128 bits of its SHA-256. */
    record Key(long high, long low) {}

    enum Seen {
        NEW,
        AGAIN,
        /** Seen, but the rows differ. */
        CONTESTED
    }

    private static final int SHARDS = 64;
    private static final int TAKEN_AT_ONCE = 64;

    /** An entry of a map, with the key and what it said. */
    private static final long BYTES_OF_KEY = 128;

    private final Map<Key, Long>[] contents;
    private final Set<Key> contested = ConcurrentHashMap.newKeySet();

    private final Allowance allowance;

    EventKeys() {
        this(Allowance.unlimited());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no other way to make an array of a generic type
    EventKeys(Allowance allowance) {
        this.allowance = allowance;
        contents = new Map[SHARDS];
        for (int i = 0; i < SHARDS; i++) {
            contents[i] = new HashMap<>();
        }
    }

    /** @param content tells rows apart that say different things */
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

    /** An event is kept until the log has been read. */
    void hold(StoredEvent event) {
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
