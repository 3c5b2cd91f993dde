package org.leadscore.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;

/**
 * Sums up how well each source of leads does. Sources are told apart as {@link Text} compares, and spelled the way that
 * is the smallest by code point. Not thread-safe.
 */
public final class SourceTable {

    /**
     * The figures of one source.
     *
     * @param source its name; empty for the leads whose source is not known
     * @param leads number of its leads
     * @param best number of its leads in the highest bucket
     * @param scored number of its leads that are scored
     * @param score the sum of their scores, in units of the last decimal
     * @param customers number of its leads that became customers
     */
    public record Row(String source, int leads, int best, int scored, long score, int customers) {}

    private static final Comparator<Row> ORDER = Comparator.comparing(
                    (Row row) -> row.source().isEmpty())
            .thenComparing(Comparator.comparingInt(Row::leads).reversed())
            .thenComparing(Row::source, Text::compareByCodePoint);

    private final Map<String, Draft> drafts = new HashMap<>();

    /** The figures of one spelling of a source while leads are added. */
    private static final class Draft {
        private final String source;
        private int leads;
        private int best;
        private int scored;
        private long score;
        private int customers;

        Draft(String source) {
            this.source = source;
        }
    }

    /**
     * Counts a lead.
     *
     * @param source as written; null when it is not known
     * @param isScored whether its score counts
     * @param score in units of the last decimal
     */
    public void add(@Nullable String source, boolean isBest, boolean isScored, long score, boolean isCustomer) {
        Draft draft = drafts.computeIfAbsent(source == null ? "" : source, Draft::new);
        draft.leads++;
        draft.best += isBest ? 1 : 0;
        draft.scored += isScored ? 1 : 0;
        draft.score += isScored ? score : 0;
        draft.customers += isCustomer ? 1 : 0;
    }

    /** The sources, those with most leads first; the row of the leads whose source is not known comes last. */
    public List<Row> rows() {
        Map<String, Row> rows = new HashMap<>();
        for (Draft draft : drafts.values()) {
            Row row = new Row(draft.source, draft.leads, draft.best, draft.scored, draft.score, draft.customers);
            rows.merge(Text.fold(draft.source), row, SourceTable::together);
        }
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort(ORDER);
        return sorted;
    }

    private static Row together(Row a, Row b) {
        return new Row(
                Text.compareByCodePoint(a.source(), b.source()) <= 0 ? a.source() : b.source(),
                a.leads() + b.leads(),
                a.best() + b.best(),
                a.scored() + b.scored(),
                a.score() + b.score(),
                a.customers() + b.customers());
    }
}
