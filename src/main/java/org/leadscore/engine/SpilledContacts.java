package org.leadscore.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.ContactSource;
import org.leadscore.rules.Field;
import org.leadscore.score.ContactMatcher;
import org.leadscore.score.ContactPlan;
import org.leadscore.score.ContactVerdict;

/** Takes in contacts that were set aside, in the order of the list, and counts what became of their rows. Not thread-safe. */
final class SpilledContacts {

    private final ContactSource.Duplicates duplicatesAre;
    private final LeadName name;
    private final SpilledRow row;
    private final List<Field> columns;
    private final ContactMatcher matcher;
    private LeadDirectory directory = new LeadDirectory();
    private LeadDirectory objected = new LeadDirectory();
    private @Nullable Contacts contacts;
    private NumberTrouble trouble = new NumberTrouble();
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

    /** What comes from now on is of other leads, and is counted from none. */
    void turnTo(LeadDirectory leads, Contacts taker, Allowance allowance) {
        directory = leads;
        objected = new LeadDirectory(allowance);
        contacts = taker;
        trouble = new NumberTrouble();
        duplicates = 0;
        suppressed = 0;
    }

    void add(byte[] block, Unpacking in) {
        row.read(block, in);
        name.set(block, row.idStart(), row.idLength());
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
        Objects.requireNonNull(contacts).put(lead, verdict, row, columns.size());
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
