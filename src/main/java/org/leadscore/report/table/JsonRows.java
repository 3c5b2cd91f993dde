package org.leadscore.report.table;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.lead.ShownText;
import org.leadscore.lead.Utf8Slice;

/**
 * Writes the rows of a table as JSON objects, each on a line of its own: its columns by their names, numbers as numbers, blank cells as null.
 * Nothing is guarded, as no spreadsheet reads it. Has to be ended; the stream stays open. Not thread-safe.
 */
public final class JsonRows extends Cells {

    private final JsonGenerator json;
    private final SerializableString[] names;

    /** True for one array of all rows, false for rows that stand by themselves. */
    private final boolean isArray;

    private final Utf8Text text = new Utf8Text();

    /** Index of the cell that is written next. */
    private int column;

    private boolean isFirst = true;

    /**
     * Begins to write.
     *
     * @param names of the columns; one that is there already gets a number behind it, as in {@code lead_2}
     * @param isArray true for one array of all rows, false for a row a line
     */
    public JsonRows(OutputStream out, List<String> names, boolean isArray) throws IOException {
        this.json = new JsonFactoryBuilder()
                .rootValueSeparator("")
                .characterEscapes(new ShownEscapes())
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .build()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.names = different(names).stream().map(SerializedString::new).toArray(SerializableString[]::new);
        this.isArray = isArray;
        if (isArray) {
            json.writeRaw('[');
        }
    }

    /** Escapes also what JSON may have as it is, but a terminal would obey; for a program it is the same text. */
    private static final class ShownEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        private static final int DELETE = 0x7F;

        private final int[] ofAscii = standardAsciiEscapesForJSON();

        private ShownEscapes() {
            ofAscii[DELETE] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ofAscii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return ShownText.isObeyed(character) ? new SerializedString("\\u%04X".formatted(character)) : null;
        }
    }

    private static List<String> different(List<String> names) {
        Set<String> taken = new HashSet<>(names);
        Set<String> met = new HashSet<>();
        List<String> different = new ArrayList<>();
        for (String name : names) {
            String called = name;
            for (int number = 2; !met.add(called); number++) {
                called = name + "_" + number;
                while (taken.contains(called)) {
                    number++;
                    called = name + "_" + number;
                }
            }
            different.add(called);
        }
        return different;
    }

    @Override
    public void text(String value) throws IOException {
        beginCell();
        if (value.isEmpty()) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    @Override
    public void text(Utf8Slice value) throws IOException {
        text(value.toString());
    }

    @Override
    public void plain(CharSequence value) throws IOException {
        text(value.toString());
    }

    @Override
    public void plain(byte[] utf8) throws IOException {
        text(new String(utf8, StandardCharsets.UTF_8));
    }

    @Override
    public void number(long units, int decimals) throws IOException {
        text.clear();
        text.appendPlain(units, decimals);
        beginCell();
        json.writeNumber(text.from(0));
    }

    @Override
    public void points(long millionths, int decimals) throws IOException {
        beginCell();
        json.writeNumber(Points.format(millionths, decimals));
    }

    @Override
    public void number(String plain) throws IOException {
        beginCell();
        if (plain.isEmpty()) {
            json.writeNull();
        } else {
            json.writeNumber(plain);
        }
    }

    @Override
    public Utf8Text begin() {
        text.clear();
        return text;
    }

    @Override
    public void endText() throws IOException {
        text(text.from(0));
    }

    private void beginCell() throws IOException {
        if (column == 0) {
            if (isArray) {
                json.writeRaw(isFirst ? "\n" : ",\n");
            }
            isFirst = false;
            json.writeStartObject();
        }
        json.writeFieldName(names[column]);
        column++;
    }

    @Override
    public void endRow() throws IOException {
        json.writeEndObject();
        if (!isArray) {
            json.writeRaw('\n');
        }
        column = 0;
    }

    /** Ends the array, if it is one, and hands on all that was written. */
    public void end() throws IOException {
        if (isArray) {
            json.writeRaw(isFirst ? "]\n" : "\n]\n");
        }
        json.flush();
    }
}
