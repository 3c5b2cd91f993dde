package org.leadscore.ingest.foreign;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.source.Layout;

/**
 * The signs of a table in UTF-8: the delimiter, empty where a line is one field; the quote, empty where no field has quotes; and
 * the escape, empty where no sign makes the one behind it text. Made by {@link ForeignRecords}.
 */
final class Signs {

    private static final byte[] NONE = {};

    private final byte[] delimiter;
    private final byte[] quote;
    private final byte[] escape;
    private final boolean doubles;

    private Signs(byte[] delimiter, byte[] quote, byte[] escape, boolean doubles) {
        this.delimiter = delimiter;
        this.quote = quote;
        this.escape = escape;
        this.doubles = doubles;
    }

    /** Takes them from a layout whose delimiter is known. */
    static Signs of(Layout layout, String delimiter) {
        @Nullable String escape = layout.escape();
        return new Signs(
                bytes(delimiter),
                bytes(layout.quote()),
                escape == null || escape.equals(layout.quote()) ? NONE : bytes(escape),
                escape == null || !escape.isEmpty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] delimiter() {
        return delimiter;
    }

    byte[] quote() {
        return quote;
    }

    byte[] escape() {
        return escape;
    }

    /** True when a quote in a field may be doubled; false when it is text unless the field ends behind it. */
    boolean doubles() {
        return doubles;
    }

    /** True when the quote is that of ordinary CSV. */
    boolean hasUsualQuote() {
        return quote.length == 1 && quote[0] == '"';
    }

    /** True when the quote is an apostrophe, which stands in many texts. */
    boolean hasApostrophe() {
        return quote.length == 1 && quote[0] == '\'';
    }
}
