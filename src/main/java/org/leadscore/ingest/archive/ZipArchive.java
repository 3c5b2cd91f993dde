package org.leadscore.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leadscore.ingest.input.OffsetFile;
import org.leadscore.problem.InputException;

/**
 * A zip archive that is read where it stands, from any of its bytes on: first its directory, at its end, then the members
 * that are asked for. Nothing is unpacked to disk. Its form is that of PKWARE's APPNOTE 6.3, Zip64 included. Immutable.
 */
public final class ZipArchive {

    /** The most members that an archive may have. */
    private static final int MOST_MEMBERS = 1 << 16;

    /** The most bytes of an archive's directory. */
    private static final int LONGEST_DIRECTORY = 1 << 26;

    private static final int END = 0x0605_4B50;
    private static final int END_LENGTH = 22; // bytes, without the comment
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END_64 = 0x0606_4B50;
    private static final int END_64_LENGTH = 56;
    private static final int LOCATOR_64 = 0x0706_4B50;
    private static final int LOCATOR_64_LENGTH = 20;
    private static final int ENTRY = 0x0201_4B50;
    private static final int ENTRY_LENGTH = 46;
    private static final int HEADER = 0x0403_4B50;
    private static final int HEADER_LENGTH = 30;
    private static final int EXTRA_64 = 1; // the kind of extra field that has sizes of 64 bits
    private static final int IS_ENCRYPTED = 1;
    private static final int IS_UTF_8 = 1 << 11;
    private static final long BEHIND_32_BITS = 0xFFFF_FFFFL;
    private static final int BEHIND_16_BITS = 0xFFFF;
    private static final String OLD_NAMES = "IBM437"; // the charset of names that are not UTF-8

    private final OffsetFile file;
    private final List<Member> members;

    private ZipArchive(OffsetFile file, List<Member> members) {
        this.file = file;
        this.members = List.copyOf(members);
    }

    /** True when a file with these first bytes is a zip archive, even one without members. */
    public static boolean isZip(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    /**
     * Reads the directory of an archive.
     *
     * @param size of the file, in bytes
     * @throws InputException when the archive is damaged, or has more members than can be read
     */
    public static ZipArchive of(OffsetFile file, long size) throws IOException {
        long from = Math.max(0, size - END_LENGTH - LONGEST_COMMENT - LOCATOR_64_LENGTH);
        ByteBuffer tail = read(file, from, (int) (size - from));
        int end = endOf(tail);
        if (end < 0) {
            throw new InputException(
                    file.name() + ": the archive is cut short, as its directory is missing; copy it again");
        }
        int disk = tail.getShort(end + 4) & 0xFFFF;
        long count = tail.getShort(end + 10) & 0xFFFF;
        long length = tail.getInt(end + 12) & BEHIND_32_BITS;
        long start = tail.getInt(end + 16) & BEHIND_32_BITS;
        long behind = from + end; // the directory ends here
        boolean isLarge = count == BEHIND_16_BITS || length == BEHIND_32_BITS || start == BEHIND_32_BITS;
        int locator = end - LOCATOR_64_LENGTH;
        if (isLarge && locator >= 0 && tail.getInt(locator) == LOCATOR_64) {
            behind = tail.getLong(locator + 8);
            requireWithin(file, behind >= 0 && behind <= size - END_64_LENGTH);
            ByteBuffer large = read(file, behind, END_64_LENGTH);
            requireWithin(file, large.getInt(0) == END_64);
            count = large.getLong(32);
            length = large.getLong(40);
            start = large.getLong(48);
        } else if (disk != 0) {
            throw new InputException(
                    file.name() + ": is the last of several files of one archive; put them together, or unpack them");
        }
        if (count > MOST_MEMBERS || length > LONGEST_DIRECTORY) {
            throw new InputException(file.name()
                    + String.format(Locale.ROOT, ": the archive has %,d files in it", count)
                    + String.format(Locale.ROOT, ", and no more than %,d can be read; unpack it", MOST_MEMBERS));
        }
        long before = behind - length - start; // bytes that were put before the archive
        requireWithin(file, count >= 0 && length >= 0 && start >= 0 && before >= 0);
        return new ZipArchive(file, members(file, read(file, before + start, (int) length), (int) count, before));
    }

    /** The name of the archive as the user knows it. */
    public String name() {
        return file.name();
    }

    /** All members, directories included, in the order of the archive's directory. */
    public List<Member> members() {
        return members;
    }

    /** The member of that path, whose case need not be right; of several the first. */
    public Optional<Member> member(String path) {
        return members.stream()
                .filter(member -> member.name().equals(path))
                .findFirst()
                .or(() -> members.stream()
                        .filter(member -> member.name().equalsIgnoreCase(path))
                        .findFirst());
    }

    /**
     * Opens a member's bytes, unpacked.
     *
     * @throws InputException when it is encrypted, packed in a way that is not known, or damaged; later also while it is read
     */
    public InputStream open(Member member) throws IOException {
        String name = MemberStream.nameOf(file.name(), member);
        if (member.isEncrypted()) {
            throw new InputException(name + ": is encrypted; unpack the archive with its password");
        }
        if (member.method() != MemberStream.STORED && member.method() != MemberStream.DEFLATED) {
            throw new InputException(name + ": is packed in an unusual way (method " + member.method()
                    + "); pack it again as an ordinary zip archive, or unpack it");
        }
        ByteBuffer header = read(file, member.offset(), HEADER_LENGTH);
        requireWithin(file, header.getInt(0) == HEADER);
        long data = member.offset() + HEADER_LENGTH + (header.getShort(26) & 0xFFFF) + (header.getShort(28) & 0xFFFF);
        return new MemberStream(file.open(data), name, member);
    }

    private static int endOf(ByteBuffer tail) {
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_LENGTH + (tail.getShort(at + 20) & 0xFFFF) <= tail.limit()) {
                return at;
            }
        }
        return -1;
    }

    private static List<Member> members(OffsetFile file, ByteBuffer directory, int count, long before) {
        List<Member> members = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            requireWithin(file, at + ENTRY_LENGTH <= directory.limit() && directory.getInt(at) == ENTRY);
            int nameLength = directory.getShort(at + 28) & 0xFFFF;
            int extraLength = directory.getShort(at + 30) & 0xFFFF;
            int commentLength = directory.getShort(at + 32) & 0xFFFF;
            int next = at + ENTRY_LENGTH + nameLength + extraLength + commentLength;
            requireWithin(file, next <= directory.limit());
            members.add(member(directory, at, nameLength, extraLength, before));
            at = next;
        }
        return members;
    }

    private static Member member(ByteBuffer directory, int at, int nameLength, int extraLength, long before) {
        int flags = directory.getShort(at + 8);
        long packed = directory.getInt(at + 20) & BEHIND_32_BITS;
        long size = directory.getInt(at + 24) & BEHIND_32_BITS;
        long offset = directory.getInt(at + 42) & BEHIND_32_BITS;
        int extra = at + ENTRY_LENGTH + nameLength;
        int extraEnd = extra + extraLength;
        while (extra + 4 <= extraEnd) {
            int kind = directory.getShort(extra) & 0xFFFF;
            int end = Math.min(extraEnd, extra + 4 + (directory.getShort(extra + 2) & 0xFFFF));
            if (kind == EXTRA_64) {
                int value = extra + 4;
                if (size == BEHIND_32_BITS && value + 8 <= end) {
                    size = directory.getLong(value);
                    value += 8;
                }
                if (packed == BEHIND_32_BITS && value + 8 <= end) {
                    packed = directory.getLong(value);
                    value += 8;
                }
                if (offset == BEHIND_32_BITS && value + 8 <= end) {
                    offset = directory.getLong(value);
                }
            }
            extra = end;
        }
        byte[] name = new byte[nameLength];
        directory.get(at + ENTRY_LENGTH, name);
        return new Member(
                name(name, (flags & IS_UTF_8) != 0),
                directory.getShort(at + 10) & 0xFFFF,
                (flags & IS_ENCRYPTED) != 0,
                directory.getInt(at + 16) & BEHIND_32_BITS,
                packed,
                size,
                before + offset);
    }

    /** Decodes a name; those that are not said to be UTF-8 are, if they can be. Characters that have no look become {@code ?}. */
    private static String name(byte[] bytes, boolean isUtf8) {
        String name;
        try {
            name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherCharset) {
            Charset old = Charset.isSupported(OLD_NAMES) ? Charset.forName(OLD_NAMES) : StandardCharsets.ISO_8859_1;
            name = new String(bytes, isUtf8 ? StandardCharsets.UTF_8 : old);
        }
        return name.replace('\\', '/').replaceAll("\\p{Cntrl}", "?");
    }

    private static ByteBuffer read(OffsetFile file, long from, int count) throws IOException {
        requireWithin(file, from >= 0);
        try (InputStream in = file.open(from)) {
            byte[] bytes = in.readNBytes(count);
            requireWithin(file, bytes.length == count);
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static void requireWithin(OffsetFile file, boolean isSound) {
        if (!isSound) {
            throw new InputException(file.name() + ": the archive is damaged; copy it again");
        }
    }
}
