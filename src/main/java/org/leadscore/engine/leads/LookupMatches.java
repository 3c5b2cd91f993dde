package org.leadscore.engine.leads;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.table.Table;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.Dialect;
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

    private final Dialect dialect; // of the contact list
    private final List<LookupSource> lookups;
    private final long[] matched;
    private int[] columns = {}; // of the table at hand, by lookup
    private long contacts;

    /** Counts for the lookups of a contact list. */
    public LookupMatches(ContactSource source) {
        dialect = source.dialect();
        lookups = dialect.lookups().stream()
                .filter(lookup -> !lookup.files().patterns().isEmpty())
                .toList();
        matched = new long[lookups.size()];
    }

    /** Turns to the next table of the list. */
    public void turnTo(Table table) {
        columns = ColumnBinding.of(lookups.stream().map(LookupSource::by).toList(), table);
    }

    /** Counts a row that names a lead. */
    public void count(Row row) {
        if (columns.length == 0) {
            return;
        }
        contacts++;
        for (int i = 0; i < columns.length; i++) {
            LookupSource lookup = lookups.get(i);
            boolean isThere = columns[i] >= 0
                    && lookup.table()
                            .has(row.text(columns[i]), dialect.split(lookup.by().name()));
            matched[i] += isThere ? 1 : 0;
        }
    }

    /** The use of each lookup that was read, in the order of the rule file. */
    public List<Match> matches() {
        List<Match> all = new ArrayList<>();
        for (int i = 0; i < matched.length; i++) {
            LookupSource lookup = lookups.get(i);
            all.add(new Match(
                    lookup.name(), lookup.table().rowsRead(), lookup.table().keys(), contacts, matched[i]));
        }
        return all;
    }

    /** The warnings about lookups that gave nobody anything. */
    public static List<String> doubts(List<Match> matches) {
        return matches.stream()
                .map(Match::doubt)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
