package org.leadscore.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes new inputs of those of a corpus: bytes changed, taken away and doubled, words put in, two inputs joined. */
final class ChangedInput {

    private static final int MOST = 4096;

    private final SplittableRandom random;
    private final List<byte[]> corpus;
    private final List<byte[]> words;

    ChangedInput(SplittableRandom random, List<byte[]> corpus, List<byte[]> words) {
        this.random = random;
        this.corpus = corpus;
        this.words = words;
    }

    byte[] next() {
        byte[] input = one(corpus);
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(Math.min(16, input.length - from) + 1);
        return switch (random.nextInt(7)) {
            case 0 -> joined(input, from, new byte[] {(byte) random.nextInt(256)}, Math.min(from + 1, input.length));
            case 1 -> joined(input, from, new byte[] {(byte) random.nextInt(256)}, from);
            case 2 -> joined(input, from, new byte[0], to);
            case 3 -> joined(input, from, Arrays.copyOfRange(input, from, to), from);
            case 4, 5 -> joined(input, from, one(words), random.nextBoolean() ? from : to);
            default -> spliced(input, from, one(corpus));
        };
    }

    private byte[] spliced(byte[] input, int from, byte[] other) {
        int behind = random.nextInt(other.length + 1);
        return joined(input, from, Arrays.copyOfRange(other, behind, other.length), input.length);
    }

    /** The input up to a place, other bytes, and the input from another place on. */
    private static byte[] joined(byte[] input, int to, byte[] middle, int from) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(input, 0, to);
        all.writeBytes(middle);
        all.write(input, from, input.length - from);
        byte[] bytes = all.toByteArray();
        return bytes.length > MOST ? Arrays.copyOf(bytes, MOST) : bytes;
    }

    private byte[] one(List<byte[]> some) {
        return some.get(random.nextInt(some.size()));
    }
}
