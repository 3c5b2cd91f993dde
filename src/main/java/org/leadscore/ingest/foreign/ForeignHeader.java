package org.leadscore.ingest.foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.foreign.ForeignRecord.Field;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.lead.Text;
import org.leadscore.rules.source.Layout;

/**
 * The header of a table in another dialect: its delimiter, the number of its fields, and its line. Looked for before any
 * record is handed on, so that nothing has to be read twice.
 *
 * @param line of the file; that before the first row for a table without a header
 */
record ForeignHeader(String delimiter, int columns, long line) {

    /** The most lines among which a header is looked for. */
    static final int MOST_LINES = 50;

    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    /** The lines within which a title may have a quote that is never closed. */
    private static final RecordLimits NEAR = new RecordLimits(1 << 16, 1 << 16, 1 << 16);

    /**
     * Finds the header from the beginning of the buffer on, of which nothing is taken.
     *
     * @param given the delimiter; null where it is to be found
     */
    static ForeignHeader find(TextBuffer text, Layout layout, @Nullable String given) throws IOException {
        List<String> delimiters = given == null ? DELIMITERS : List.of(given);
        return layout.header().isEmpty() ? named(text, layout, delimiters) : without(text, layout, delimiters);
    }

    /** The header that names the columns by which it is known, or else the first line. */
    private static ForeignHeader named(TextBuffer text, Layout layout, List<String> delimiters) throws IOException {
        ForeignHeader first = null;
        int start = 0;
        for (int line = 0; line < MOST_LINES && text.at(start) != TextBuffer.END; line++) {
            ForeignHeader most = null;
            for (String delimiter : delimiters) {
                List<String> names = names(text, start, Signs.of(layout, delimiter));
                ForeignHeader found = new ForeignHeader(delimiter, names.size(), text.line() + line);
                if (!layout.known().isEmpty() && names.containsAll(layout.known())) {
                    return found;
                }
                most = most == null || found.columns > most.columns ? found : most;
            }
            boolean isBlank = text.isEnd(start);
            first = first == null && !isBlank ? most : first;
            start = text.behind(text.lineEnd(start));
        }
        return first == null ? new ForeignHeader(delimiters.get(0), 0, text.line()) : first;
    }

    /** The delimiter that gives most of the first lines the number of fields that they should have. */
    private static ForeignHeader without(TextBuffer text, Layout layout, List<String> delimiters) throws IOException {
        String best = delimiters.get(0);
        int most = 0;
        for (String delimiter : delimiters) {
            int fitting = 0;
            int start = 0;
            for (int line = 0; line < MOST_LINES && text.at(start) != TextBuffer.END; line++) {
                int fields = names(text, start, Signs.of(layout, delimiter)).size();
                fitting += fields == layout.header().size() ? 1 : 0;
                start = text.behind(text.lineEnd(start));
            }
            if (fitting > most) {
                most = fitting;
                best = delimiter;
            }
        }
        return new ForeignHeader(best, layout.header().size(), text.line() - 1);
    }

    /** The stripped fields of the record at a place; none for one that cannot be read. */
    private static List<String> names(TextBuffer text, int start, Signs signs) throws IOException {
        ForeignRecord record = ForeignRecord.read(text, start, signs, NEAR);
        List<String> names = new ArrayList<>();
        OrdinaryBytes name = new OrdinaryBytes();
        for (Field field : record.fields()) {
            name.clear();
            name.addText(text, field, signs);
            names.add(Text.strip(name.text()));
        }
        return names;
    }
}
