package org.leadscore.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A stream that turns text of any encoding into UTF-8. Each sequence that cannot be decoded becomes one byte FF: no UTF-8 has
 * that byte, so that the row around it is known to be bad and no other row is.
 */
final class TranscodedStream extends InputStream {

    private static final int CHARS = 1 << 14;
    private static final byte UNDECODABLE = (byte) 0xFF;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final ByteBuffer source = ByteBuffer.allocate(1 << 15).flip(); // bytes of the file, ready to be decoded
    private final CharBuffer chars = CharBuffer.allocate(CHARS); // decoded, between two buffers
    private final ByteBuffer out = ByteBuffer.allocate(CHARS * 3 + 1).flip(); // UTF-8, ready to be read
    private boolean sourceEnded; // true when the file has no more bytes
    private boolean ended; // true when all has been decoded

    TranscodedStream(InputStream in, Charset charset) {
        this.in = in;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
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
        while (!out.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decodeSome();
        }
        int read = Math.min(length, out.remaining());
        out.get(bytes, offset, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void decodeSome() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(source, chars, sourceEnded);
        if (result.isUnderflow() && sourceEnded) {
            decoder.flush(chars);
            ended = true;
        }
        chars.flip();
        out.clear();
        encoder.reset();
        encoder.encode(chars, out, true);
        if (result.isError()) {
            out.put(UNDECODABLE);
            source.position(source.position() + result.length());
        } else if (result.isUnderflow() && !ended) {
            fill();
        }
        out.flip();
    }

    private void fill() throws IOException {
        source.compact();
        int read = in.read(source.array(), source.position(), source.remaining());
        if (read < 0) {
            sourceEnded = true;
        } else {
            source.position(source.position() + read);
        }
        source.flip();
    }
}
