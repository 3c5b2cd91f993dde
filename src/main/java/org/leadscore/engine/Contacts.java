package org.leadscore.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leadscore.ingest.Row;
import org.leadscore.lead.Eight;
import org.leadscore.score.ContactVerdict;

/** What is kept of each contact: the verdict of the rules, and the columns that are needed later. Leads are the directory's numbers. */
final class Contacts {

    private static final int LENGTH = Integer.BYTES;

    private final ContactVerdict nobody;
    private final int columns;
    private final List<ContactVerdict> verdicts = new ArrayList<>();
    private final BytePages texts = new BytePages();
    private long[] addresses = new long[1 << 9];
    private byte[] packed = new byte[1 << 8];

    /**
     * No contacts yet.
     *
     * @param nobody the verdict on a lead that has no contact row
     * @param columns how many columns are kept
     */
    Contacts(ContactVerdict nobody, int columns) {
        this.nobody = nobody;
        this.columns = columns;
    }

    /**
     * Keeps a contact; a lead that is known already is replaced.
     *
     * @param tableColumns the row's columns that are kept; −1 for those that it does not have
     */
    void put(int lead, ContactVerdict verdict, Row row, int[] tableColumns) {
        if (lead == addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * lead);
        }
        int length = pack(row, tableColumns); // first, as it may make a larger array
        addresses[lead] = texts.append(packed, length);
        if (lead == verdicts.size()) {
            verdicts.add(verdict);
        } else {
            verdicts.set(lead, verdict);
        }
    }

    /** Reads a little of the lead's columns, so that they are near when they are asked for. */
    long touch(int lead) {
        return lead < verdicts.size() ? texts.touch(addresses[lead], 1) : 0;
    }

    ContactVerdict verdict(int lead) {
        return lead < verdicts.size() ? verdicts.get(lead) : nobody;
    }

    /** The columns that are kept, in their order; blank for a lead that has no contact row. */
    List<String> kept(int lead) {
        return kept(lead, columns);
    }

    /** Only the first so many of them. */
    List<String> kept(int lead, int count) {
        String[] fields = new String[count];
        if (lead >= verdicts.size()) {
            Arrays.fill(fields, "");
            return Arrays.asList(fields);
        }
        int at = 0;
        for (int i = 0; i < count; i++) {
            int length = texts.intAt(addresses[lead], at);
            fields[i] = texts.text(addresses[lead], at + LENGTH, length);
            at += LENGTH + length;
        }
        return Arrays.asList(fields);
    }

    /** One of the columns that are kept; blank for a lead that has no contact row. */
    String keptOne(int column, int lead) {
        if (lead >= verdicts.size()) {
            return "";
        }
        int at = 0;
        for (int i = 0; i < column; i++) {
            at += LENGTH + texts.intAt(addresses[lead], at);
        }
        return texts.text(addresses[lead], at + LENGTH, texts.intAt(addresses[lead], at));
    }

    /** Puts the columns one behind the other, each with its length before it, and answers how many bytes that took. */
    private int pack(Row row, int[] tableColumns) {
        int to = 0;
        for (int column : tableColumns) {
            int length = column < 0 ? 0 : row.length(column);
            if (to + Long.BYTES + length > packed.length) {
                packed = Arrays.copyOf(packed, 2 * (to + Long.BYTES + length));
            }
            Eight.put(packed, to, length); // four of the eight bytes are written over
            if (length > 0) {
                System.arraycopy(row.bytes(), row.start(column), packed, to + LENGTH, length);
            }
            to += LENGTH + length;
        }
        return to;
    }
}
