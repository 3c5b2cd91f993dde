package org.leadscore.ingest.foreign;

import java.io.IOException;
import java.util.Arrays;
import org.leadscore.ingest.foreign.ForeignRecord.Field;
import org.leadscore.ingest.scan.Lines;

/** Bytes of ordinary CSV, with commas and doubled quotes, each with the place that it comes from. Not thread-safe. */
final class OrdinaryBytes {

    /** The delimiter of what is written. */
    static final char DELIMITER = ',';

    private static final byte QUOTE = '"';

    private byte[] bytes = new byte[1 << 12];
    private int[] origins = new int[1 << 12];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** The place that a byte comes from; that behind the last one for a place behind all. */
    int origin(int at) {
        return at < length ? origins[at] : length == 0 ? 0 : origins[length - 1] + 1;
    }

    void clear() {
        length = 0;
    }

    void add(byte one, int origin) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
            origins = Arrays.copyOf(origins, 2 * length);
        }
        bytes[length] = one;
        origins[length] = origin;
        length++;
    }

    void addAll(TextBuffer text, int from, int to) {
        for (int i = from; i < to; i++) {
            add(text.bytes()[i], i);
        }
    }

    /** Adds what a scan rejects as text behind a closing quote. */
    void addBroken(int origin) {
        for (byte one : new byte[] {QUOTE, QUOTE, 'x'}) {
            add(one, origin);
        }
    }

    /** Adds a record without its line end. */
    void add(TextBuffer text, ForeignRecord record, Signs signs) throws IOException {
        OrdinaryBytes plain = new OrdinaryBytes();
        boolean isFirst = true;
        for (Field field : record.fields()) {
            if (!isFirst) {
                add((byte) DELIMITER, field.start() - signs.delimiter().length);
            }
            isFirst = false;
            plain.clear();
            plain.addText(text, field, signs);
            boolean isLone = record.fields().size() == 1 && plain.length == 0 && field.isQuoted();
            if (isLone || plain.needsQuotes(signs, field)) {
                addQuoted(plain, field);
            } else {
                for (int i = 0; i < plain.length; i++) {
                    add(plain.bytes[i], i == 0 ? field.start() : plain.origins[i]);
                }
            }
        }
    }

    /** Adds the text that a field stands for. */
    void addText(TextBuffer text, Field field, Signs signs) throws IOException {
        int at = field.from();
        while (at < field.to()) {
            int escaped = escaped(text, at, field, signs);
            if (escaped > 0) {
                at += signs.escape().length;
                addAll(text, at, at + escaped);
                at += escaped;
            } else if (field.isQuoted() && signs.doubles() && text.has(signs.quote(), at)) {
                addAll(text, at, at + signs.quote().length);
                at += 2 * signs.quote().length;
            } else {
                add(text.bytes()[at], at);
                at++;
            }
        }
    }

    /** The number of bytes behind an escape that it makes text; 0 where none stands, or it is text itself. */
    private static int escaped(TextBuffer text, int at, Field field, Signs signs) throws IOException {
        if (!text.has(signs.escape(), at)) {
            return 0;
        }
        int behind = at + signs.escape().length;
        if (behind >= field.to()) {
            return 0;
        }
        if (text.has(signs.quote(), behind)) {
            return signs.quote().length;
        }
        if (text.has(signs.escape(), behind)) {
            return signs.escape().length;
        }
        if (text.isEnd(behind)) {
            return text.behind(behind) - behind;
        }
        return !field.isQuoted() && text.has(signs.delimiter(), behind) ? signs.delimiter().length : 0;
    }

    private boolean needsQuotes(Signs signs, Field field) {
        boolean isLeft = signs.hasUsualQuote() && !field.isQuoted(); // a lone quote, which the scan then tells
        boolean startsWithQuote = false;
        boolean isBefore = true; // nothing but blanks so far
        for (int i = 0; i < length; i++) {
            byte one = bytes[i];
            if (one == DELIMITER || Lines.isEnd(one) || one == QUOTE && !isLeft) {
                return true;
            }
            startsWithQuote |= isBefore && one == QUOTE;
            isBefore &= one == ' ' || one == '\t';
        }
        return startsWithQuote;
    }

    private void addQuoted(OrdinaryBytes plain, Field field) {
        add(QUOTE, field.start());
        for (int i = 0; i < plain.length; i++) {
            if (plain.bytes[i] == QUOTE) {
                add(QUOTE, plain.origins[i]);
            }
            add(plain.bytes[i], plain.origins[i]);
        }
        add(QUOTE, field.to());
    }

    String text() {
        return Lines.text(bytes, 0, length);
    }
}
