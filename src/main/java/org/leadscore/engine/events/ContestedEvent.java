package org.leadscore.engine.events;

import java.io.ByteArrayOutputStream;
import org.leadscore.engine.files.BoundRow;
import org.leadscore.ingest.row.Row;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Text;
import org.leadscore.lead.Unpacking;
import org.leadscore.score.match.Fields;

/**
 * An event that waits for the end of its log, as others with the same key say different things: the event whose row
 * comes first as text counts. Made by {@link LogIntake}. Immutable.
 */
public final class ContestedEvent implements Fields, Comparable<ContestedEvent> {

    private static final int BYTES_OF_OBJECTS = 192;

    /** The row's fields as one text; empty when the event has no key. */
    private final String text;

    /** The id of the lead, stripped. */
    private final String lead;

    /** Milliseconds since 1970 UTC. */
    private final long time;

    /** The number of the file in its log. */
    private final int file;

    /** The position of the row in its file. */
    private final long position;

    /** The values of the plan's columns, one behind the other. */
    private final byte[] bytes;

    /** Index at which the value of each column of the plan begins. */
    private final int[] starts;

    /** Length in bytes of the value of each column of the plan. */
    private final int[] lengths;

    /** Place in the line, from 1, of the value of each column of the plan; 0 where the table does not have it. */
    private final int[] columnsInLine;

    /**
     * Copies the values that a plan asks of a row.
     *
     * @param text the row's fields, by which rows are ordered
     * @param lead its id, stripped
     * @param time milliseconds since 1970 UTC
     * @param file the number of the file in its log
     * @param columns number of columns of the plan
     */
    ContestedEvent(String text, String lead, long time, int file, Row row, BoundRow bound, int columns) {
        this.text = text;
        this.lead = lead;
        this.time = time;
        this.file = file;
        this.position = row.position();
        this.starts = new int[columns];
        this.lengths = new int[columns];
        this.columnsInLine = new int[columns];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < columns; i++) {
            starts[i] = all.size();
            lengths[i] = bound.length(i);
            columnsInLine[i] = bound.tableColumn(i) < 0 ? 0 : row.columnOf(bound.tableColumn(i));
            all.write(bound.bytes(), bound.start(i), bound.length(i));
        }
        this.bytes = all.toByteArray();
    }

    private ContestedEvent(Unpacking in) {
        text = in.text();
        lead = in.text();
        time = in.number();
        file = (int) in.number();
        position = in.number();
        bytes = in.bytes();
        int columns = (int) in.number();
        starts = new int[columns];
        lengths = new int[columns];
        columnsInLine = new int[columns];
        for (int i = 0; i < columns; i++) {
            starts[i] = i == 0 ? 0 : starts[i - 1] + lengths[i - 1];
            lengths[i] = (int) in.number();
            columnsInLine[i] = (int) in.number();
        }
    }

    /** Writes the event. */
    public void pack(Packing out) {
        out.text(text);
        out.text(lead);
        out.number(time);
        out.number(file);
        out.number(position);
        out.bytes(bytes);
        out.number(starts.length);
        for (int i = 0; i < starts.length; i++) {
            out.number(lengths[i]);
            out.number(columnsInLine[i]);
        }
    }

    /** The event that {@link #pack} wrote. */
    public static ContestedEvent unpacked(Unpacking in) {
        return new ContestedEvent(in);
    }

    /** Compares events by the text of their rows, and equal ones by their places. */
    @Override
    public int compareTo(ContestedEvent other) {
        int byText = Text.compareByCodePoint(text, other.text);
        int byFile = byText != 0 ? byText : Integer.compare(file, other.file);
        return byFile != 0 ? byFile : Long.compare(position, other.position);
    }

    /** About the number of bytes of memory that it takes. */
    public long memory() {
        return BYTES_OF_OBJECTS
                + 2L * (text.length() + lead.length())
                + bytes.length
                + 3L * Integer.BYTES * starts.length;
    }

    String text() {
        return text;
    }

    public String lead() {
        return lead;
    }

    public long time() {
        return time;
    }

    public int file() {
        return file;
    }

    public long position() {
        return position;
    }

    /** The place of the value of a plan's column in its line, from 1; 0 where the table does not have it. */
    public int columnInLine(int column) {
        return columnsInLine[column];
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int start(int column) {
        return starts[column];
    }

    @Override
    public int length(int column) {
        return lengths[column];
    }
}
