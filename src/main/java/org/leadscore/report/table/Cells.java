package org.leadscore.report.table;

import java.io.IOException;
import java.util.List;
import org.leadscore.lead.Utf8Slice;

/**
 * Takes the rows of a table cell by cell, each as what it is: a text, or a number. A class and no interface, as calls are bound for good while
 * only one form of it is loaded.
 */
public abstract class Cells {

    /** Writes a text that a person or another program wrote. */
    public abstract void text(String text) throws IOException;

    /** Writes a text that a person or another program wrote. */
    public abstract void text(Utf8Slice text) throws IOException;

    /** Writes a text that this program made, such as a time; blank also where a number is not known. */
    public abstract void plain(CharSequence text) throws IOException;

    /** Writes UTF-8 that this program made. */
    public abstract void plain(byte[] utf8) throws IOException;

    /** Writes a number of units of the last decimal, with all its decimals. */
    public abstract void number(long units, int decimals) throws IOException;

    /** Writes millionths of a point with so many decimals at most. */
    public abstract void points(long millionths, int decimals) throws IOException;

    /** Writes a number that is given with a decimal point; blank where it is not known. */
    public abstract void number(String plain) throws IOException;

    /** Begins a text, and answers where to append it until {@link #endText}. */
    public abstract Utf8Text begin();

    /** Ends the text that {@link #begin} began. */
    public abstract void endText() throws IOException;

    /** Ends the row. */
    public abstract void endRow() throws IOException;

    /** Writes a whole number. */
    public void number(long number) throws IOException {
        number(number, 0);
    }

    /** Writes a text for each. */
    public void slices(List<Utf8Slice> more) throws IOException {
        for (int i = 0; i < more.size(); i++) {
            text(more.get(i));
        }
    }
}
