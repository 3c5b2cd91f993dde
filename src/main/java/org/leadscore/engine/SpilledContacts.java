package org.leadscore.engine;

import java.util.Iterator;
import java.util.List;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.ContactSource;
import org.leadscore.rules.Field;
import org.leadscore.score.ContactMatcher;
import org.leadscore.score.ContactPlan;
import org.leadscore.score.ContactVerdict;

/** Takes in the contacts that were set aside, a shard at a time, and counts what became of their rows. Not thread-safe. */
final class SpilledContacts {

    private final ContactSource.Duplicates duplicatesAre;
    private final LeadName name;
    private final SpilledRow row;
    private final List<Field> columns;
    private final ContactMatcher matcher;
    private final NumberTrouble trouble = new NumberTrouble();
    private long duplicates;
    private long suppressed;

    /** @param numbers as the spool has them */
    SpilledContacts(ContactSource source, ContactPlan plan, boolean[] numbers, long asOf) {
        this.duplicatesAre = source.duplicates();
        this.name = new LeadName(ContactSpool.isExact(source));
        this.row = new SpilledRow(numbers);
        this.columns = plan.columns();
        this.matcher = new ContactMatcher(
                plan,
                columns.stream()
                        .map(column -> source.dialect().reading(column.name(), asOf))
                        .toList(),
                this::notANumber);
    }

    /** Reads a shard, in the order of the list. */
    void read(Iterator<byte[]> blocks, LeadDirectory directory, Contacts contacts) {
        LeadDirectory objected = new LeadDirectory();
        while (blocks.hasNext()) {
            byte[] block = blocks.next();
            Unpacking in = new Unpacking(block);
            while (in.hasMore()) {
                row.read(block, in);
                name.set(block, row.idStart(), row.idLength());
                take(directory, objected, contacts);
            }
        }
    }

    private void take(LeadDirectory directory, LeadDirectory objected, Contacts contacts) {
        int lead = directory.find(name);
        if (lead == LeadDirectory.SUPPRESSED) {
            if (objected.find(name) == LeadDirectory.UNKNOWN) {
                objected.add(name);
                suppressed++;
            } else {
                duplicates++;
            }
            return;
        }
        if (lead == LeadDirectory.UNKNOWN) {
            lead = directory.add(name);
        } else {
            duplicates++;
            if (duplicatesAre != ContactSource.Duplicates.LAST) {
                return;
            }
            directory.spell(lead, name);
        }
        ContactVerdict verdict = matcher.judge(row);
        contacts.put(lead, verdict, row, columns.size());
    }

    long duplicates() {
        return duplicates;
    }

    /** How many leads of the list objected. */
    long suppressed() {
        return suppressed;
    }

    NumberTrouble trouble() {
        return trouble;
    }

    private void notANumber(int column) {
        trouble.add(columns.get(column).name(), row.file(), row.position(), row.columnInLine(column));
    }
}
