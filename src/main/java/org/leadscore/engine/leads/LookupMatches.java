package org.leadscore.engine.leads;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.table.Table;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.LookupSource;

/** Counts the rows of the contact list that have a row in each lookup. Told by the readers of the list. Not thread-safe. */
public final class LookupMatches {

    /**
     * The use of a lookup.
     *
     * @param name of the lookup
     * @param rows number of rows of its table
     * @param keys number of different keys
     * @param contacts number of rows of the contact list that name a lead
     * @param matched number of those that have a row in the table
     */
    public record Match(String name, long rows, long keys, long contacts, long matched) {

        /** The warning about a lookup that gave nobody anything; empty where there is nothing to warn of. */
        public String doubt() {
            return contacts == 0 || matched > 0
                    ? ""
                    : "no contact has a row in the lookup '" + name + "'; are 'key' and 'by' the right columns?";
        }
    }

    private final List<LookupSource> lookups;
    private final long[] matched;
    private int[] columns = {}; // of the table at hand, by lookup
    private long contacts;

    /** Counts for the lookups of a contact list. */
    public LookupMatches(ContactSource source) {
        lookups = source.dialect().lookups();
        matched = new long[lookups.size()];
    }

    /** Turns to the next table of the list. */
    public void turnTo(Table table) {
        columns = ColumnBinding.of(lookups.stream().map(LookupSource::whether).toList(), table);
    }

    /** Counts a row that names a lead. */
    public void count(Row row) {
        if (columns.length == 0) {
            return;
        }
        contacts++;
        for (int i = 0; i < columns.length; i++) {
            matched[i] += columns[i] >= 0 && row.length(columns[i]) > 0 ? 1 : 0;
        }
    }

    /** The use of each lookup that was read, in the order of the rule file. */
    public List<Match> matches() {
        List<Match> all = new ArrayList<>();
        for (int i = 0; i < matched.length; i++) {
            LookupSource lookup = lookups.get(i);
            if (!lookup.files().patterns().isEmpty()) {
                all.add(new Match(
                        lookup.name(),
                        lookup.table().rowsRead(),
                        lookup.table().keys(),
                        contacts,
                        matched[i]));
            }
        }
        return all;
    }

    /** The warnings about lookups that gave nobody anything. */
    public static List<String> doubts(List<Match> matches) {
        return matches.stream().map(Match::doubt).filter(text -> !text.isEmpty()).toList();
    }
}
