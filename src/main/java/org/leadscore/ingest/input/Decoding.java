package org.leadscore.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.InputException;

/**
 * A file's text as UTF-8 without a byte order mark, unpacked and transcoded as need be. A byte order mark is always
 * believed, even against the encoding that the rule file names.
 *
 * @param packed the file as it stands, for counting
 * @param encoding the name of the file's encoding
 * @param isAssumed true when that is UTF-8 because neither the rule file nor a byte order mark says which it is
 * @param textBegins the byte of the file at which its text begins, where the file is plain UTF-8; −1 where it is not, or not known
 */
public record Decoding(CountingStream packed, InputStream utf8, String encoding, boolean isAssumed, long textBegins) {

    private static final int HEAD = 1024;
    private static final int FEWEST = 4;

    /** A byte order mark, its bytes as ISO-8859-1. */
    private record Mark(Charset charset, String bytes) {}

    /** The byte order marks that are known, those of UTF-32 before UTF-16, whose mark is the beginning of one of them. */
    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
            new Mark(Charset.forName("UTF-32LE"), "\u00FF\u00FE\u0000\u0000"),
            new Mark(Charset.forName("UTF-32BE"), "\u0000\u0000\u00FE\u00FF"),
            new Mark(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
            new Mark(StandardCharsets.UTF_16BE, "\u00FE\u00FF"));

    /**
     * Opens a file, and finds out its compression and encoding from its first bytes.
     *
     * @param named the encoding that the rule file names, or null
     * @throws InputException when the file is no table, or seems to be UTF-16 without saying so
     */
    public static Decoding open(Input input, @Nullable Charset named) throws IOException {
        CountingStream packed = new CountingStream(input.open());
        try {
            return open(input, packed, named);
        } catch (IOException | RuntimeException e) {
            packed.close();
            throw e;
        }
    }

    /** Opens a piece of a file whose beginning was opened by this, and is plain UTF-8. */
    public Decoding plain(Input piece) throws IOException {
        CountingStream bytes = new CountingStream(piece.open());
        return new Decoding(bytes, bytes, StandardCharsets.UTF_8.name(), isAssumed, -1);
    }

    private static Decoding open(Input input, CountingStream packed, @Nullable Charset named) throws IOException {
        String name = input.name();
        PushbackInputStream file = new PushbackInputStream(packed, HEAD);
        boolean isGzip = GunzipStream.isGzip(peek(file));
        if (isGzip && input.isGrowing()) {
            throw new InputException(name
                    + ": is an archive, whose end cannot be told while it is written; growing: true is for plain text");
        }
        if (isGzip && input.inside() != null) {
            throw new InputException(name + ": is an archive within an archive; unpack it first");
        }
        InputStream unpacked = isGzip ? new GunzipStream(file, name) : file;
        boolean isPlain = unpacked == file && input.inside() == null;
        PushbackInputStream text = new PushbackInputStream(unpacked, HEAD);
        byte[] head = peek(text);
        FileKind.notATable(head).ifPresent(advice -> {
            throw new InputException(name + ": " + advice);
        });
        String start = new String(head, StandardCharsets.ISO_8859_1);
        Optional<Mark> mark =
                MARKS.stream().filter(each -> start.startsWith(each.bytes())).findFirst();
        Charset charset = mark.isPresent() ? mark.get().charset() : withoutMark(name, head, named);
        if (input.isGrowing() && charset.name().matches("UTF-(16|32).*")) {
            throw new InputException(name + ": is " + charset.name()
                    + ", in which the last line end cannot be told while it is written; growing: true is for other encodings,"
                    + " such as UTF-8");
        }
        if (mark.isPresent()) {
            int length = mark.get().bytes().length();
            text.skipNBytes(length);
            return of(packed, text, charset, false, isPlain ? length : -1);
        }
        return of(packed, text, charset, named == null, isPlain ? 0 : -1);
    }

    private static Decoding of(
            CountingStream packed, InputStream text, Charset charset, boolean isAssumed, int begins) {
        boolean isUtf8 = charset.equals(StandardCharsets.UTF_8);
        return new Decoding(
                packed,
                isUtf8 ? text : new TranscodedStream(text, charset),
                charset.name(),
                isAssumed,
                isUtf8 ? begins : -1);
    }

    private static Charset withoutMark(String name, byte[] head, @Nullable Charset named) {
        boolean little = looksLike16Bit(head, 1);
        boolean big = looksLike16Bit(head, 0);
        if (named == null || named.equals(StandardCharsets.UTF_8)) {
            if (little || big) {
                throw new InputException(name + ": looks like UTF-16 without a byte order mark; write encoding: "
                        + (little ? "UTF-16LE" : "UTF-16BE") + " beside its path");
            }
            return StandardCharsets.UTF_8;
        }
        if (named.equals(StandardCharsets.UTF_16)) {
            return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        return named;
    }

    /** True when every other byte of the first 32 is zero, beginning at {@code zeros}, and those between are not. */
    private static boolean looksLike16Bit(byte[] head, int zeros) {
        int length = Math.min(head.length, 32) & ~1;
        for (int i = 0; i < length; i++) {
            if (head[i] == 0 != (i % 2 == zeros)) {
                return false;
            }
        }
        return length >= FEWEST;
    }

    private static byte[] peek(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        in.unread(head);
        return head;
    }
}
