package org.leadscore.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.leadscore.problem.InputException;

/**
 * The unpacked bytes of a member. They are held against the size and the checksum that the archive's directory names, and
 * against a bound of what so many packed bytes may come to. Made by {@link ZipArchive}.
 */
final class MemberStream extends InputStream {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int BUFFER = 1 << 16;

    private final InputStream packed; // begins with the member's data
    private final String name; // of the archive and the member
    private final Member member;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32(); // of the unpacked bytes so far
    private final byte[] buffer = new byte[BUFFER]; // packed bytes
    private long taken; // packed bytes so far
    private long unpacked; // bytes so far
    private boolean ended;

    MemberStream(InputStream packed, String name, Member member) {
        this.packed = packed;
        this.name = name;
        this.member = member;
    }

    /** The name of a member in messages, such as {@code export.zip!contacts.csv}. */
    static String nameOf(String archive, Member member) {
        return archive + "!" + member.name();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        int read = member.method() == STORED ? copy(bytes, offset, length) : inflate(bytes, offset, length);
        if (read > 0) {
            checksum.update(bytes, offset, read);
            unpacked += read;
            requireSound(unpacked <= member.size());
            if (Density.isTrap(unpacked, taken)) {
                throw new InputException(name + ": "
                        + String.format(
                                Locale.ROOT,
                                "unpacks to more than %,d times its size: its first %,d bytes are %,d unpacked",
                                Density.MOST_RATIO,
                                taken,
                                unpacked)
                        + ", which is no table but a trap; if it is one, unpack it first");
            }
            return read;
        }
        ended = true;
        requireSound(unpacked == member.size() && checksum.getValue() == member.checksum());
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }

    private int copy(byte[] bytes, int offset, int length) throws IOException {
        long left = member.packed() - taken;
        if (left == 0) {
            return -1;
        }
        int read = packed.read(bytes, offset, (int) Math.min(left, length));
        requireSound(read > 0);
        taken += read;
        return read;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            while (!inflater.finished()) {
                int read = inflater.inflate(bytes, offset, length);
                if (read > 0) {
                    return read;
                }
                requireSound(!inflater.needsDictionary());
                if (inflater.needsInput()) {
                    int more = packed.read(buffer, 0, (int) Math.min(BUFFER, member.packed() - taken));
                    requireSound(more > 0);
                    taken += more;
                    inflater.setInput(buffer, 0, more);
                }
            }
            return -1;
        } catch (DataFormatException e) {
            InputException damaged = damaged();
            damaged.initCause(e);
            throw damaged;
        }
    }

    private void requireSound(boolean isSound) {
        if (!isSound) {
            throw damaged();
        }
    }

    private InputException damaged() {
        return new InputException(name + ": is damaged after " + unpacked + " unpacked bytes; copy the archive again");
    }
}
