package org.leadscore.ingest.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.archive.Member;
import org.leadscore.ingest.archive.ZipArchive;

/** The formats of a workbook's cells, as far as they tell dates, times and percentages from numbers. Immutable. */
final class CellFormats {

    static final CellFormats NONE = new CellFormats(List.of());

    /** A meaning of a number in a cell. */
    enum Meaning {
        NUMBER,
        /** A fraction that is shown as a percentage. */
        PERCENTAGE,
        /** A day. */
        DAY,
        /** A moment whose seconds are whole. */
        MOMENT,
        /** A moment with fractions of seconds. */
        EXACT_MOMENT,
        /** A time of day. */
        TIME
    }

    private final List<Meaning> byStyle;

    private CellFormats(List<Meaning> byStyle) {
        this.byStyle = List.copyOf(byStyle);
    }

    static CellFormats of(ZipArchive archive, Member part) throws IOException {
        Map<String, Meaning> codes = new HashMap<>();
        List<Meaning> byStyle = new ArrayList<>();
        boolean isOfCells = false; // within cellXfs, whose entries the cells name by number
        try (XmlPart xml = new XmlPart(archive, part)) {
            while (xml.nextElement()) {
                if (xml.isAt("numFmt")) {
                    codes.put(
                            String.valueOf(xml.attribute("numFmtId")),
                            ofCode(String.valueOf(xml.attribute("formatCode"))));
                } else if (xml.isAt("cellXfs")) {
                    isOfCells = true;
                } else if (xml.isAt("cellStyles") || xml.isAt("dxfs") || xml.isAt("tableStyles")) {
                    isOfCells = false;
                } else if (isOfCells && xml.isAt("xf")) {
                    String id = String.valueOf(xml.attribute("numFmtId"));
                    Meaning own = codes.get(id);
                    byStyle.add(own == null ? ofUsual(id) : own);
                }
            }
        }
        return new CellFormats(byStyle);
    }

    /** The meaning of numbers of a style, which a cell names by its number; null is the usual one. */
    Meaning of(@Nullable String style) {
        if (style == null) {
            return Meaning.NUMBER;
        }
        try {
            int at = Integer.parseInt(style);
            return at >= 0 && at < byStyle.size() ? byStyle.get(at) : Meaning.NUMBER;
        } catch (NumberFormatException none) {
            return Meaning.NUMBER;
        }
    }

    /** The meaning of a format that every workbook has (ECMA-376 part 1, 18.8.30), those of East Asia included. */
    private static Meaning ofUsual(String id) {
        return switch (id) {
            case "9", "10" -> Meaning.PERCENTAGE;
            case "14", "15", "16", "17", "27", "28", "29", "30", "31", "36" -> Meaning.DAY;
            case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> Meaning.DAY;
            case "18", "19", "20", "21", "32", "33", "34", "35" -> Meaning.TIME;
            case "22" -> Meaning.MOMENT;
            default -> Meaning.NUMBER;
        };
    }

    /** The meaning of a format such as {@code [$-409]d/m/yyyy h:mm AM/PM;@}. */
    static Meaning ofCode(String code) {
        StringBuilder letters = new StringBuilder();
        int at = 0;
        while (at < code.length() && code.charAt(at) != ';') {
            char c = code.charAt(at);
            if (c == '"' || c == '[') {
                int end = code.indexOf(c == '"' ? '"' : ']', at + 1);
                String inner = end < 0 ? "" : code.substring(at + 1, end).toLowerCase(Locale.ROOT);
                if (c == '[' && inner.matches("h+|m+|s+")) {
                    return Meaning.NUMBER; // a span of time, such as 36 hours
                }
                at = end < 0 ? code.length() : end + 1;
            } else if (c == '\\' || c == '_' || c == '*') {
                at += 2;
            } else {
                letters.append(c);
                at++;
            }
        }
        String form = letters.toString().toLowerCase(Locale.ROOT);
        if (form.contains("general")) {
            return Meaning.NUMBER;
        }
        String plain = form.replace("am/pm", "h").replace("a/p", "h");
        boolean hasTime = plain.contains("h") || plain.contains("s");
        boolean hasDay = plain.contains("d") || plain.contains("y") || plain.contains("m") && !hasTime;
        if (!hasDay && !hasTime) {
            return form.contains("%") ? Meaning.PERCENTAGE : Meaning.NUMBER;
        }
        if (!hasDay) {
            return Meaning.TIME;
        }
        return !hasTime
                ? Meaning.DAY
                : plain.contains("s.0") || plain.contains("s,0") ? Meaning.EXACT_MOMENT : Meaning.MOMENT;
    }
}
