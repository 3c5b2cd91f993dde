package org.leadscore.engine.parts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.events.CheckedColumns;
import org.leadscore.engine.events.RowRecord;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.ValueProblems;
import org.leadscore.engine.leads.ContactIntake;
import org.leadscore.engine.leads.Contacts;
import org.leadscore.engine.leads.KnownSince;
import org.leadscore.engine.leads.LaterContacts;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.lead.Unpacking;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.score.contact.ContactMatcher;
import org.leadscore.score.contact.ContactPlan;
import org.leadscore.score.contact.ContactVerdict;

/**
 * Takes in contacts that were set aside, in the order of the list, and counts how their rows were used. Used by
 * {@link PartScorer}, for one part after the other. Not thread-safe.
 */
final class SpilledContacts {

    private final ContactSource.Duplicates duplicatesAre;

    /** The id of the row at hand. */
    private final LeadName name;

    /** The row at hand. */
    private final RowRecord row;

    private final List<Field> columns;

    /** The name of the column that says since when contacts are known. */
    private final String sinceColumn;

    private final ContactMatcher matcher;
    private @Nullable ContactIntake intake;

    /** Takes the contacts; null before the first part. */
    private @Nullable Contacts contacts;

    /** The contacts of the part that are not known yet. */
    private LaterContacts later = new LaterContacts();

    /** Values of the part that should have been numbers or dates. */
    private ValueProblems trouble = new ValueProblems();

    /**
     * A taker of contacts.
     *
     * @param checked the columns as {@link ContactSpill} has them
     */
    SpilledContacts(ContactSource source, ContactPlan plan, CheckedColumns checked, long asOf) {
        this.duplicatesAre = source.duplicates();
        this.name = new LeadName(source.lead().exact());
        this.row = new RowRecord(checked);
        this.columns = plan.columns();
        this.sinceColumn = KnownSince.by(asOf, source).column();
        this.matcher = new ContactMatcher(plan, source.dialect(), asOf, this::misread);
    }

    /**
     * Turns to the contacts of another part, with all counts at 0.
     *
     * @param leads of the part, with the ids of those who objected
     */
    void turnTo(LeadDirectory leads, Contacts taker, Allowance allowance) {
        intake = new ContactIntake(duplicatesAre, leads, allowance);
        contacts = taker;
        later = new LaterContacts();
        trouble = new ValueProblems();
    }

    void add(byte[] block, Unpacking in) {
        int since = (int) in.number();
        row.read(block, in);
        name.set(block, row.idStart(), row.idLength());
        int lead = intake().take(name);
        if (lead != ContactIntake.NOBODY) {
            later.note(lead, since == KnownSince.LATER);
            if (since > KnownSince.NO_TIME) {
                trouble.add(Wanted.DATE, sinceColumn, row.file(), row.position(), since - KnownSince.NO_TIME - 1);
            }
            ContactVerdict verdict = matcher.judge(row);
            Objects.requireNonNull(contacts).put(lead, verdict, row, columns.size());
        }
    }

    /** The counts of the rows since the last turn. */
    ContactIntake intake() {
        return Objects.requireNonNull(intake);
    }

    /** The contacts of the part that are not known yet. */
    LaterContacts later() {
        return later;
    }

    ValueProblems trouble() {
        return trouble;
    }

    private void misread(Wanted wanted, int column) {
        trouble.add(wanted, columns.get(column).name(), row.file(), row.position(), row.columnInLine(column));
    }
}
