package org.leadscore.ingest.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.archive.Density;
import org.leadscore.ingest.archive.Member;
import org.leadscore.ingest.archive.ZipArchive;
import org.leadscore.problem.InputException;

/**
 * An Excel workbook ({@code .xlsx}, ECMA-376), which is a zip archive of XML. Its cells are read one row after the other; only
 * texts that cells share are held in memory.
 */
public final class Workbook {

    private static final String USUAL_BOOK = "xl/workbook.xml";

    private final ZipArchive archive;
    private final boolean is1904; // true when days are counted from 1904
    private final List<Sheet> sheets;
    private final @Nullable Member texts; // that cells share
    private final @Nullable Member styles;

    private Workbook(
            ZipArchive archive, boolean is1904, List<Sheet> sheets, @Nullable Member texts, @Nullable Member styles) {
        this.archive = archive;
        this.is1904 = is1904;
        this.sheets = List.copyOf(sheets);
        this.texts = texts;
        this.styles = styles;
    }

    /** True when an archive is a workbook. */
    public static boolean isWorkbook(ZipArchive archive) {
        return archive.member(USUAL_BOOK).isPresent()
                || archive.member("[Content_Types].xml").isPresent()
                        && archive.members().stream()
                                .anyMatch(member -> member.fileName().equalsIgnoreCase("workbook.xml"));
    }

    /**
     * Reads which sheets a workbook has.
     *
     * @throws InputException when it is damaged
     */
    public static Workbook of(ZipArchive archive) throws IOException {
        String book = "";
        for (Relation relation : relations(archive, "_rels/.rels", "").values()) {
            book = relation.isA("officeDocument") ? relation.target() : book;
        }
        String path = archive.member(book).isPresent() ? book : USUAL_BOOK;
        Map<String, Relation> parts = relations(archive, relationsOf(path), path);
        List<Sheet> sheets = new ArrayList<>();
        boolean is1904 = false;
        try (XmlPart xml = new XmlPart(archive, need(archive, path))) {
            while (xml.nextElement()) {
                if (xml.isAt("workbookPr")) {
                    is1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.isAt("sheet")) {
                    Relation part = parts.get(String.valueOf(xml.attribute("id")));
                    if (part != null && part.isA("worksheet")) { // the others have charts and the like
                        String state = xml.attribute("state");
                        sheets.add(new Sheet(
                                String.valueOf(xml.attribute("name")),
                                state != null && !state.equals("visible"),
                                need(archive, part.target())));
                    }
                }
            }
        }
        return new Workbook(
                archive, is1904, sheets, part(archive, parts, "sharedStrings"), part(archive, parts, "styles"));
    }

    /** The sheets that have cells, in the order in which Excel shows them. */
    public List<Sheet> sheets() {
        return sheets;
    }

    /**
     * Opens a sheet as CSV in UTF-8, with commas and doubled quotes: a line for each row of the sheet, also for those without
     * cells, so that the number of a line is that of the row.
     *
     * @param decimal the decimal point of numbers
     */
    public InputStream open(Sheet sheet, char decimal) throws IOException {
        return open(sheet, decimal, Density.ALWAYS);
    }

    /** @param always the most bytes of cells that are read however few are packed */
    InputStream open(Sheet sheet, char decimal, long always) throws IOException {
        SharedTexts shared = texts == null ? SharedTexts.NONE : SharedTexts.of(archive, texts);
        CellFormats formats = styles == null ? CellFormats.NONE : CellFormats.of(archive, styles);
        return new SheetStream(
                new XmlPart(archive, sheet.cells()),
                archive.name(),
                sheet.cells(),
                shared,
                new CellValues(formats, is1904, decimal),
                always);
    }

    /**
     * A link of one part to another.
     *
     * @param type the URI of the link's kind, of which only the last name differs among editions of the standard
     * @param target the path of the other part in the archive
     */
    private record Relation(String type, String target) {
        boolean isA(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    /** The links that a part has, by id; none when there is no list of them. */
    private static Map<String, Relation> relations(ZipArchive archive, String path, String owner) throws IOException {
        Map<String, Relation> relations = new HashMap<>();
        Optional<Member> list = archive.member(path);
        if (list.isEmpty()) {
            return relations;
        }
        try (XmlPart xml = new XmlPart(archive, list.get())) {
            while (xml.nextElement()) {
                String id = xml.isAt("Relationship") ? xml.attribute("Id") : null;
                if (id != null) {
                    String target = resolve(owner, String.valueOf(xml.attribute("Target")));
                    relations.put(id, new Relation(String.valueOf(xml.attribute("Type")), target));
                }
            }
        }
        return relations;
    }

    private static String relationsOf(String part) {
        int name = part.lastIndexOf('/') + 1;
        return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    }

    /** The path of a target that is named from the directory of its owner. */
    private static String resolve(String owner, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        List<String> path = new ArrayList<>();
        for (String name : (owner.substring(0, owner.lastIndexOf('/') + 1) + target).split("/", -1)) {
            if (name.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (!name.equals(".") && !name.isEmpty()) {
                path.add(name);
            }
        }
        return String.join("/", path);
    }

    private static @Nullable Member part(ZipArchive archive, Map<String, Relation> parts, String kind) {
        return parts.values().stream()
                .filter(part -> part.isA(kind))
                .findFirst()
                .flatMap(part -> archive.member(part.target()))
                .orElse(null);
    }

    private static Member need(ZipArchive archive, String path) {
        return archive.member(path)
                .orElseThrow(() -> new InputException(archive.name() + ": the workbook is damaged: it has no " + path
                        + "; save it again, or export it as CSV"));
    }

    private static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }
}
