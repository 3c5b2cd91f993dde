package org.leadscore.draft;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadscore.lead.Text;

/**
 * The join of two columns of two files: how many values of the one stand in the other. Columns are joined by what stands in
 * them, whatever they are called; but short numbers, which any count looks like, only where both are called ids.
 *
 * @param column of the file that is joined
 * @param shared number of its different values that the other column has
 * @param share of its rows that find a partner, from 0 to 1
 */
record Joining(ExportColumn column, int shared, double share) {

    private static final int SHORT = 6;

    /** The least share of the rows for columns of short numbers. */
    private static final double FEWEST_OF_NUMBERS = 0.5;

    /** The column of the file that the most rows join by; empty when none shares a value. */
    static Optional<Joining> best(ExportColumn lead, Export file) {
        Set<String> known = folded(lead);
        List<ExportColumn> keys = file.keys();
        return keys.stream()
                .map(column -> of(lead, known, column))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Joining::share)
                        .thenComparing(joining -> -keys.indexOf(joining.column())));
    }

    private static Optional<Joining> of(ExportColumn lead, Set<String> known, ExportColumn column) {
        List<String> values = column.values().stream().map(Text::fold).toList();
        Set<String> shared = new HashSet<>(values);
        shared.retainAll(known);
        double share = values.stream().filter(known::contains).count() / (double) values.size();
        boolean hasOthers = lead.isMail() != column.isMail();
        if (hasOthers && shared.stream().noneMatch(value -> value.indexOf('@') > 0)) {
            return Optional.empty(); // a column of addresses and ids is joined by its addresses
        }
        boolean areCounts = column.holds(Joining::isShortNumber);
        boolean isEnough =
                !shared.isEmpty() && (!areCounts || share >= FEWEST_OF_NUMBERS && isId(lead) && isId(column));
        return isEnough ? Optional.of(new Joining(column, shared.size(), share)) : Optional.empty();
    }

    private static boolean isShortNumber(String value) {
        return value.length() < SHORT && value.chars().allMatch(Character::isDigit);
    }

    private static boolean isId(ExportColumn column) {
        return column.words()
                .matches(
                        "(?:.* )?(?:id|uid|no|nr|number|key|user|lead|contact|customer|member|client|person|nummer|numero|número)(?: .*)?");
    }

    static Set<String> folded(ExportColumn column) {
        return column.values().stream().map(Text::fold).collect(Collectors.toSet());
    }
}
