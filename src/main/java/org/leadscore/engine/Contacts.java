package org.leadscore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leadscore.score.ContactVerdict;

/** What is kept of each contact: the verdict of the rules, and the columns that are needed later. Leads are the directory's numbers. */
final class Contacts {

    private final ContactVerdict nobody;
    private final int columns;
    private final List<ContactVerdict> verdicts = new ArrayList<>();
    private final BytePages texts = new BytePages();
    private long[] addresses = new long[1 << 9];

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

    /** Keeps a contact; a lead that is known already is replaced. */
    void put(int lead, ContactVerdict verdict, List<String> kept) {
        if (lead == addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * lead);
        }
        byte[] packed = packed(kept);
        addresses[lead] = texts.append(packed, packed.length);
        if (lead == verdicts.size()) {
            verdicts.add(verdict);
        } else {
            verdicts.set(lead, verdict);
        }
    }

    ContactVerdict verdict(int lead) {
        return lead < verdicts.size() ? verdicts.get(lead) : nobody;
    }

    /** The columns that are kept, in their order; blank for a lead that has no contact row. */
    List<String> kept(int lead) {
        List<String> fields = new ArrayList<>(columns);
        if (lead >= verdicts.size()) {
            for (int i = 0; i < columns; i++) {
                fields.add("");
            }
            return fields;
        }
        ByteBuffer packed = ByteBuffer.wrap(texts.bytes(addresses[lead]));
        for (int i = 0; i < columns; i++) {
            byte[] text = new byte[packed.getInt()];
            packed.get(text);
            fields.add(new String(text, UTF_8));
        }
        return fields;
    }

    private static byte[] packed(List<String> fields) {
        List<byte[]> texts = fields.stream().map(field -> field.getBytes(UTF_8)).toList();
        ByteBuffer packed = ByteBuffer.allocate(
                texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
        for (byte[] text : texts) {
            packed.putInt(text.length).put(text);
        }
        return packed.array();
    }
}
