package org.leadscore.engine.leads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leadscore.engine.files.Allowance;
import org.leadscore.ingest.row.Row;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.score.contact.ContactVerdict;
import org.leadscore.score.match.Fields;

/**
 * The contacts that were read: for each lead the verdict of the rules, and the columns that are needed later. Leads are
 * numbers of the directory. Filled by {@link ContactReader} or {@code SpilledContacts}.
 */
public final class Contacts {

    private static final int LENGTH = Integer.BYTES;

    /** Bytes of memory for a verdict's place in a list that grows. */
    private static final int BYTES_OF_VERDICT = 12;

    /** The verdict on a lead that has no contact row. */
    private final ContactVerdict nobody;

    /** Number of columns that are kept. */
    private final int columns;

    /** The verdict by lead. */
    private final List<ContactVerdict> verdicts = new ArrayList<>();

    private final Allowance allowance;

    /** The kept columns of each lead, one behind the other, each with its length in four bytes before it. */
    private final BytePages texts;

    /** The address in {@link #texts} by lead. */
    private long[] addresses = new long[1 << 9];

    /** The columns of the contact that is being put, before they are appended. */
    private byte[] packed = new byte[1 << 8];

    /**
     * Contacts, none yet.
     *
     * @param nobody the verdict on a lead that has no contact row
     * @param columns number of columns that are kept
     */
    public Contacts(ContactVerdict nobody, int columns) {
        this(nobody, columns, Allowance.unlimited());
    }

    /**
     * Contacts, none yet, for whose memory an allowance is asked.
     *
     * @param allowance of the run or the part that has these contacts
     */
    public Contacts(ContactVerdict nobody, int columns, Allowance allowance) {
        this.nobody = nobody;
        this.columns = columns;
        this.allowance = allowance;
        this.texts = new BytePages(allowance);
    }

    /**
     * Keeps a contact; the contact of a lead that has one already is replaced.
     *
     * @param tableColumns the row's columns that are kept; −1 for those that it does not have
     */
    public void put(int lead, ContactVerdict verdict, Row row, int[] tableColumns) {
        put(lead, verdict, pack(row, tableColumns));
    }

    /**
     * Keeps a contact whose kept columns stand side by side.
     *
     * @param first index of the first of the row's columns that are kept; the others stand behind it
     */
    public void put(int lead, ContactVerdict verdict, Fields row, int first) {
        int to = 0;
        for (int column = first; column < first + columns; column++) {
            to = pack(row.bytes(), row.start(column), row.length(column), to);
        }
        put(lead, verdict, to);
    }

    /** Keeps the contact of a lead of other contacts, which have the same columns, as that of a lead of these. */
    void copy(int lead, Contacts others, int other) {
        Utf8Slice text = others.texts.slice(others.addresses[other]);
        if (text.length() > packed.length) {
            packed = new byte[2 * text.length()];
        }
        text.copyTo(packed, 0);
        put(lead, others.verdicts.get(other), text.length());
    }

    private void put(int lead, ContactVerdict verdict, int length) {
        if (lead == addresses.length) {
            allowance.take((Long.BYTES + BYTES_OF_VERDICT) * (long) lead);
            addresses = Arrays.copyOf(addresses, 2 * lead);
        }
        addresses[lead] = texts.append(packed, length);
        if (lead == verdicts.size()) {
            verdicts.add(verdict);
        } else {
            verdicts.set(lead, verdict);
        }
    }

    /**
     * Reads a little of the lead's columns and of its verdict, so that they are near in memory when they are asked for.
     *
     * @return a figure without meaning
     */
    public long touch(int lead) {
        return lead < verdicts.size()
                ? texts.touch(addresses[lead]) + verdicts.get(lead).fit()
                : 0;
    }

    /** The verdict on a lead, also on one that has no contact row. */
    public ContactVerdict verdict(int lead) {
        return lead < verdicts.size() ? verdicts.get(lead) : nobody;
    }

    /** The values of the kept columns, in their order; blank for a lead that has no contact row. */
    public List<String> kept(int lead) {
        String[] texts = new String[columns];
        List<Utf8Slice> slices = slices(lead, columns);
        for (int i = 0; i < columns; i++) {
            texts[i] = slices.get(i).toString();
        }
        return Arrays.asList(texts);
    }

    /** The values of the first so many kept columns, not decoded; blank for a lead that has no contact row. */
    List<Utf8Slice> slices(int lead, int count) {
        Utf8Slice[] slices = new Utf8Slice[count];
        if (lead >= verdicts.size()) {
            Arrays.fill(slices, Utf8Slice.EMPTY);
            return Arrays.asList(slices);
        }
        int at = 0;
        for (int i = 0; i < count; i++) {
            int length = texts.intAt(addresses[lead], at);
            slices[i] = texts.slice(addresses[lead], at + LENGTH, length);
            at += LENGTH + length;
        }
        return Arrays.asList(slices);
    }

    /** The value of one kept column; blank for a lead that has no contact row. */
    public Utf8Slice keptOne(int column, int lead) {
        if (lead >= verdicts.size()) {
            return Utf8Slice.EMPTY;
        }
        int at = 0;
        for (int i = 0; i < column; i++) {
            at += LENGTH + texts.intAt(addresses[lead], at);
        }
        return texts.slice(addresses[lead], at + LENGTH, texts.intAt(addresses[lead], at));
    }

    /**
     * Packs the kept columns one behind the other, each with its length before it, and answers how many bytes that
     * took.
     */
    private int pack(Row row, int[] tableColumns) {
        int to = 0;
        for (int column : tableColumns) {
            to = column < 0
                    ? pack(row.bytes(), 0, 0, to)
                    : pack(row.bytes(), row.start(column), row.length(column), to);
        }
        return to;
    }

    private int pack(byte[] bytes, int start, int length, int to) {
        if (to + Long.BYTES + length > packed.length) {
            packed = Arrays.copyOf(packed, 2 * (to + Long.BYTES + length));
        }
        Eight.put(packed, to, length); // four of the eight bytes are written over
        System.arraycopy(bytes, start, packed, to + LENGTH, length);
        return to + LENGTH + length;
    }
}
