package org.leadscore.ingest.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.archive.Density;
import org.leadscore.ingest.archive.Member;
import org.leadscore.problem.InputException;

/**
 * A sheet as CSV in UTF-8, made row by row while it is read. Formulas stand for their last result, errors for nothing, and
 * line breaks within a cell are blanks, so that a row is one line. Made by {@link Workbook}. Not thread-safe.
 */
final class SheetStream extends InputStream {

    private static final int MOST_COLUMNS = 1 << 14;
    private static final int MOST_ROWS = 1 << 24;
    private static final int USUAL_PIECE = 1 << 16;

    private final XmlPart xml;
    private final String name; // of the workbook
    private final Member part; // of the sheet
    private final SharedTexts shared;
    private final CellValues values;
    private final long always; // bytes of cells that are read however few are packed
    private final List<String> cells = new ArrayList<>(); // of the row that is read; blank where there is none
    private final StringBuilder text = new StringBuilder(); // of the cell that is read
    private final StringBuilder piece = new StringBuilder(); // rows that are not yet bytes
    private byte[] bytes = {};
    private int position; // of the next byte to be handed out
    private long made; // bytes so far
    private int row; // number of the last row, from 1
    private boolean ended; // true when there are no more rows

    SheetStream(XmlPart xml, String name, Member part, SharedTexts shared, CellValues values, long always) {
        this.xml = xml;
        this.name = name;
        this.part = part;
        this.shared = shared;
        this.values = values;
        this.always = always;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == bytes.length) {
            if (ended) {
                return -1;
            }
            makePiece();
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private void makePiece() throws IOException {
        piece.setLength(0);
        while (!ended && piece.length() < USUAL_PIECE) {
            if (nextRow()) {
                readCells();
                writeRow();
            } else {
                ended = true;
            }
        }
        bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
        position = 0;
        made += bytes.length;
        if (Density.isTrap(made, part.packed(), always)) {
            throw new InputException(name + ": "
                    + String.format(Locale.ROOT, "its %,d bytes come to more than %,d of cells", part.packed(), made)
                    + ", which is no table but a trap; if it is one, export it as CSV");
        }
    }

    /** Goes to the next row, with lines for those that are left out before it; false behind the last one. */
    private boolean nextRow() throws IOException {
        int event = xml.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.isAt("row")) {
                String number = xml.attribute("r");
                int next = number == null ? row + 1 : whole(number, MOST_ROWS, "a row");
                if (next <= row) {
                    throw xml.damaged("its row " + next + " comes after row " + row);
                }
                piece.append("\n".repeat(next - row - 1));
                row = next;
                return true;
            }
            event = xml.next();
        }
        return false;
    }

    private void readCells() throws IOException {
        cells.clear();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth == 1 && xml.isAt("c")) {
                    readCell();
                } else {
                    depth++;
                }
            }
        }
    }

    private void readCell() throws IOException {
        String place = xml.attribute("r");
        int column = place == null ? cells.size() : column(place);
        if (column >= MOST_COLUMNS) {
            throw xml.damaged("its row " + row + " has a cell behind the last column, XFD");
        }
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        text.setLength(0);
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth == 1 && xml.isAt("v")) {
                    xml.addText(text);
                } else if (depth == 1 && xml.isAt("is")) {
                    xml.addRichText(text);
                } else {
                    depth++;
                }
            }
        }
        String value = value(type == null ? "n" : type, style);
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value);
    }

    private String value(String type, @Nullable String style) {
        if (text.length() == 0) {
            return "";
        }
        String raw = text.toString();
        return switch (type) {
            case "n" -> values.text(raw.strip(), style);
            case "s" -> shared(raw);
            case "b" -> raw.strip().equals("1") || raw.strip().equals("true") ? "TRUE" : "FALSE";
            case "e" -> "";
            default -> EscapedText.plain(raw); // texts, results of formulas and dates in ISO 8601
        };
    }

    private String shared(String number) {
        String found = shared.get(number);
        if (found == null) {
            throw xml.damaged("a cell of row " + row + " names the text " + number.strip() + ", which is not there");
        }
        return EscapedText.plain(found);
    }

    private void writeRow() {
        int last = cells.size() - 1;
        while (last >= 0 && cells.get(last).isEmpty()) {
            last--;
        }
        for (int column = 0; column <= last; column++) {
            if (column > 0) {
                piece.append(',');
            }
            write(cells.get(column));
        }
        piece.append('\n');
    }

    private void write(String cell) {
        String line = cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0 ? cell : cell.replaceAll("\r\n|\r|\n", " ");
        boolean isQuoted = line.indexOf('"') >= 0
                || line.indexOf(',') >= 0
                || !line.isEmpty() && (line.charAt(0) <= ' ' || line.charAt(line.length() - 1) <= ' ');
        if (isQuoted) {
            piece.append('"').append(line.replace("\"", "\"\"")).append('"');
        } else {
            piece.append(line);
        }
    }

    /** The column of a place such as AB12, from 0. */
    private int column(String place) {
        int column = 0;
        int at = 0;
        while (at < place.length() && Character.isLetter(place.charAt(at)) && column < MOST_COLUMNS) {
            column = 26 * column + Character.toUpperCase(place.charAt(at)) - 'A' + 1;
            at++;
        }
        if (column < 1) {
            throw xml.damaged("a cell of row " + row + " stands at '" + place + "'");
        }
        return column - 1;
    }

    private int whole(String number, int most, String what) {
        try {
            int value = Integer.parseInt(number.strip());
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw xml.damaged(what + " has the number '" + number + "'");
    }
}
