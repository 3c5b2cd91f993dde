package org.leadscore.engine.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.engine.files.Exports;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.CellText;
import org.leadscore.lead.Text;
import org.leadscore.problem.Place;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.LeadKey;

/**
 * Warns of ids that differ only in case and may be those of two leads, such as {@code cus_Nab1} and {@code cus_NAb1}. A
 * directory of leads has noted that an id is spelled in two ways; here the two places are looked up. Used by
 * {@code Engine} and {@code RunInParts}.
 */
public final class CaseTwins {

    /** The id as it is compared. */
    private final String folded;

    /** The first spelling, and the first other one; with the place of each. */
    private final List<String> spellings = new ArrayList<>();

    private final List<String> places = new ArrayList<>();

    private CaseTwins(String folded) {
        this.folded = folded;
    }

    /**
     * The warning about an id that is spelled in two ways; empty when the rule file says that case does not count, or
     * there is no such id.
     *
     * @param folded the id as it is compared, of the contact list or, without one, of the logs; null for none
     */
    public static Optional<String> warning(RuleSet rules, Exports exports, @Nullable String folded) {
        ContactSource list = rules.sources().contacts();
        List<LeadKey.Named> keys = keys(rules);
        if (folded == null || keys.isEmpty() || keys.stream().anyMatch(LeadKey.Named::isCaseSaid)) {
            return Optional.empty();
        }
        CaseTwins twins = new CaseTwins(folded);
        if (list != null) {
            twins.look(exports.contacts(), keys.get(0));
        } else {
            for (Exports.Log log : exports.logs()) {
                twins.look(log.files(), log.source().lead());
            }
        }
        return Optional.of(twins.sentence(keys.get(0)));
    }

    private static List<LeadKey.Named> keys(RuleSet rules) {
        ContactSource list = rules.sources().contacts();
        if (list != null) {
            return list.lead().choose(List::of, rowNumber -> List.of());
        }
        return rules.sources().events().stream().map(EventSource::lead).toList();
    }

    private String sentence(LeadKey.Named key) {
        String columns = key.columns().fields().stream().map(Field::name).collect(Collectors.joining(", "));
        String several = (key.takesFirst() ? "first-of" : "columns") + ": [" + columns + "]";
        String lead = key.columns().fields().size() == 1 ? "column: " + columns : several;
        String what = places.size() < 2
                ? "two rows spell the id" + CellText.beside(folded) + " differently"
                : places.get(0) + " and " + places.get(1) + " spell one id differently"
                        + CellText.remark(", '" + spellings.get(0) + "' and '" + spellings.get(1) + "'");
        return what + ", and count as one lead; if they are two, write lead: {" + lead
                + ", case: exact}, and if they are one, case: ignore";
    }

    private void look(List<Exports.Export> files, LeadKey.Named key) {
        for (Exports.Export file : files) {
            if (places.size() < 2 && file.canBeReadAgain()) {
                try (Table table = file.openAgain()) {
                    look(table, key);
                }
            }
        }
    }

    private void look(Table table, LeadKey.Named key) {
        int[] columns = ColumnBinding.of(key.columns(), table);
        List<Long> positions = new ArrayList<>();
        List<Integer> inLine = new ArrayList<>();
        ChunkReader reader = new ChunkReader(table);
        Chunk chunk = table.next();
        while (chunk != null) {
            reader.read(chunk, row -> {
                if (isNew(row, key, columns)) {
                    positions.add(row.position());
                    inLine.add(row.columnOf(Math.max(0, columns[0])));
                }
            });
            chunk = spellings.size() < 2 ? table.next() : null;
        }
        table.finish();
        for (int i = 0; i < positions.size(); i++) {
            places.add(Place.of(table.name(), table.lineOf(positions.get(i)), inLine.get(i)));
        }
    }

    /** True for a row that spells the id as none before it; its spelling is kept, of two rows at most. */
    private boolean isNew(Row row, LeadKey.Named key, int[] columns) {
        if (spellings.size() == 2) {
            return false;
        }
        String id = ColumnBinding.id(row, key, columns);
        boolean isNew = id.length() == folded.length() && Text.fold(id).equals(folded) && !spellings.contains(id);
        if (isNew) {
            spellings.add(id);
        }
        return isNew;
    }
}
