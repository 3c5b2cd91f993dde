package org.leadscore.ingest.table;

import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.made.CellRules;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.Layout;

/** Ways to write tables, for tests. */
public final class Dialects {

    public static final Dialect PLAIN = of(null, null, 0);

    private Dialects() {}

    static Dialect of(Charset encoding, Character delimiter, int skip) {
        return new Dialect(encoding, delimiter, skip, '.', Map.of(), TimeFormat.iso(new ZoneDays(ZoneOffset.UTC)));
    }

    /** A dialect with short rows filled up, quotes behind backslashes, or guards taken off. */
    public static Dialect of(char delimiter, boolean pads, boolean backslash, boolean guardsOff) {
        return new Dialect(
                null,
                delimiter,
                0,
                pads,
                backslash,
                guardsOff,
                false,
                CellRules.USUAL,
                Map.of(),
                TimeFormat.iso(new ZoneDays(ZoneOffset.UTC)),
                List.of(),
                Layout.USUAL,
                null);
    }

    /** A dialect with another layout, and guards that stay. */
    public static Dialect of(Charset encoding, Character delimiter, int skip, Layout layout) {
        return new Dialect(
                encoding,
                delimiter,
                skip,
                false,
                Layout.BACKSLASH.equals(layout.escape()),
                false,
                false,
                CellRules.USUAL,
                Map.of(),
                TimeFormat.iso(new ZoneDays(ZoneOffset.UTC)),
                List.of(),
                layout,
                null);
    }

    static Dialect delimited(char delimiter) {
        return of(null, delimiter, 0);
    }

    static Dialect skipping(int lines) {
        return of(null, null, lines);
    }

    public static Dialect encoded(String encoding) {
        return of(Charset.forName(encoding), null, 0);
    }
}
