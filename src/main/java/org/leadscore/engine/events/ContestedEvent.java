package org.leadscore.engine.events;

import java.util.List;
import java.util.function.BinaryOperator;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Text;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.source.EventSource;

/**
 * An event whose key is contested, or may be: of those with one key that say different things, the newest counts where the log
 * says so; otherwise, and of several as new, the one whose row comes first as text; and of equal ones the first in the files. A {@link LogIntake} makes it of a row, and takes in the one that counts
 * when all of the log has been read.
 */
public final class ContestedEvent implements Comparable<ContestedEvent> {

    private static final int BYTES_OF_OBJECTS = 128;

    /** The row's fields as one text; empty when the event has no key. */
    private final String text;

    /** Milliseconds since 1970 UTC. */
    private final long time;

    private final byte[] row;

    /** The number of the file in its log. */
    private final int file;

    /** The position of the row in its file. */
    private final long position;

    /**
     * An event that waits.
     *
     * @param text the row's fields, by which rows are ordered
     * @param row as {@link RowRecord#pack} writes it
     */
    ContestedEvent(String text, long time, byte[] row) {
        this.text = text;
        this.time = time;
        this.row = row;
        RowRecord place = new RowRecord(new CheckedColumns(List.of(), 0));
        place.read(row, new Unpacking(row));
        this.file = place.file();
        this.position = place.position();
    }

    /** Writes the event. */
    public void pack(Packing out) {
        out.text(text);
        out.number(time);
        out.bytes(row);
    }

    /** The event that {@link #pack} wrote. */
    public static ContestedEvent unpacked(Unpacking in) {
        return new ContestedEvent(in.text(), in.number(), in.bytes());
    }

    /** By the text of their rows, and equal ones by their places. */
    @Override
    public int compareTo(ContestedEvent other) {
        int byText = Text.compareByCodePoint(text, other.text);
        int byFile = byText != 0 ? byText : Integer.compare(file, other.file);
        return byFile != 0 ? byFile : Long.compare(position, other.position);
    }

    /** Chooses the one that counts of two of the log with the same key. */
    public static BinaryOperator<ContestedEvent> counting(EventSource log) {
        return log.newestCounts() ? ContestedEvent::newest : ContestedEvent::first;
    }

    private static ContestedEvent newest(ContestedEvent one, ContestedEvent other) {
        return one.time == other.time ? first(one, other) : one.time > other.time ? one : other;
    }

    /** The first as text of two with the same key. */
    private static ContestedEvent first(ContestedEvent one, ContestedEvent other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** About the number of bytes of memory that it takes. */
    public long memory() {
        return BYTES_OF_OBJECTS + 2L * text.length() + row.length;
    }

    /** The time in milliseconds since 1970 UTC. */
    public long time() {
        return time;
    }

    /** As {@link RowRecord} reads it; not to be changed. */
    public byte[] row() {
        return row;
    }
}
