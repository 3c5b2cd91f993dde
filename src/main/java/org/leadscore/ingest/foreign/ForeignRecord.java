package org.leadscore.ingest.foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.scan.BrokenQuote;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.ingest.scan.RecordLimits;

/**
 * One record of a table in another dialect: where its fields begin and end, or why it cannot be read. {@link ForeignRecords}
 * makes one record after the other.
 *
 * @param fields empty for a record that cannot be read
 * @param end of the record, before its line end
 * @param trouble one of the reasons of {@link BrokenQuote}, or null
 * @param at the place of the trouble
 */
record ForeignRecord(List<Field> fields, int end, @Nullable String trouble, int at) {

    private static final int NONE = -1;

    /**
     * A field by its places in the buffer.
     *
     * @param start of the field, its quote and the blanks before it included
     * @param from of its text
     * @param to the end of its text
     */
    record Field(int start, int from, int to, boolean isQuoted) {}

    /** Reads the record that begins at a place of the text. */
    static ForeignRecord read(TextBuffer text, int start, Signs signs, RecordLimits limits) throws IOException {
        return new Reader(text, signs, limits).read(start);
    }

    /** True for a line without any text. */
    boolean isEmpty() {
        return fields.size() == 1 && fields.get(0).start() == end;
    }

    private static ForeignRecord broken(String trouble, int at) {
        return new ForeignRecord(List.of(), at, trouble, at);
    }

    /** The reading of one record. */
    private static final class Reader {

        private final TextBuffer text;
        private final Signs signs;
        private final RecordLimits limits;
        private final List<Field> fields = new ArrayList<>();

        private Reader(TextBuffer text, Signs signs, RecordLimits limits) {
            this.text = text;
            this.signs = signs;
            this.limits = limits;
        }

        private ForeignRecord read(int start) throws IOException {
            int place = start;
            while (true) {
                int opening = behindBlanks(place);
                int end = NONE;
                if (text.has(signs.quote(), opening)) {
                    int from = opening + signs.quote().length;
                    int closing = closing(from);
                    if (closing == NONE) {
                        return broken(BrokenQuote.NEVER_CLOSED, opening);
                    }
                    int behind = closing + signs.quote().length;
                    end = behindBlanks(behind);
                    if (isFieldEnd(end)) {
                        fields.add(new Field(place, from, closing, true));
                    } else if (opening > place && text.lineEnd(opening) >= closing) {
                        end = NONE; // as in 1, "The Best" Corp
                    } else {
                        return broken(BrokenQuote.TEXT_AFTER, behind);
                    }
                }
                if (end == NONE) {
                    end = unquotedEnd(place);
                    fields.add(new Field(place, place, end, false));
                }
                if (text.isEnd(end)) {
                    return new ForeignRecord(List.copyOf(fields), end, null, NONE);
                }
                place = end + signs.delimiter().length;
            }
        }

        private boolean isFieldEnd(int place) throws IOException {
            return text.isEnd(place) || text.has(signs.delimiter(), place);
        }

        private int behindBlanks(int from) throws IOException {
            int at = from;
            while ((text.at(at) == ' ' || text.at(at) == '\t') && !text.has(signs.delimiter(), at)) {
                at++;
            }
            return at;
        }

        /** The place of the quote that closes a field, or {@link #NONE}. */
        private int closing(int from) throws IOException {
            int at = signs.doubles() ? from : text.closingFrom(from);
            while (at - from <= limits.field() && text.at(at) != TextBuffer.END) {
                if (text.has(signs.escape(), at) && text.at(at + signs.escape().length) != TextBuffer.END) {
                    at += signs.escape().length + 1; // the rest of a longer sign is no sign
                } else if (!text.has(signs.quote(), at)) {
                    at++;
                } else if (signs.doubles() && text.has(signs.quote(), at + signs.quote().length)) {
                    at += 2 * signs.quote().length;
                } else if (signs.doubles() || isFieldEnd(behindBlanks(at + signs.quote().length))) {
                    return at;
                } else {
                    at++;
                }
            }
            if (!signs.doubles()) {
                text.noteOpen(from, at);
            }
            return NONE;
        }

        private int unquotedEnd(int from) throws IOException {
            int at = from;
            while (!isFieldEnd(at)) {
                if (text.has(signs.escape(), at)) {
                    at += signs.escape().length;
                    at = behindEscaped(at);
                } else {
                    at++;
                }
            }
            return at;
        }

        /** The place behind what an escape makes text: a delimiter, a line end, or else one byte. */
        private int behindEscaped(int at) throws IOException {
            if (text.has(signs.delimiter(), at)) {
                return at + signs.delimiter().length;
            }
            return text.isEnd(at) ? text.behind(at) : at + 1;
        }
    }

    /** True when nothing but blanks stands in a field. */
    static boolean isBlank(TextBuffer text, Field field) {
        for (int i = field.from(); i < field.to(); i++) {
            byte b = text.bytes()[i];
            if (b != ' ' && b != '\t' && !Lines.isEnd(b)) {
                return false;
            }
        }
        return true;
    }
}
