package org.leadscore.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadscore.lead.NumberFormat;

/** Proposes a rule for each column of a table whose outcomes are known, so that calibrate learns all the points. */
final class LearnProposals {

    private static final int MOST_CODES = 20;
    private static final int FEWEST_LEADS = 30;
    private static final int LEAST_SHARE = 200;

    /** Names of columns of numbers that tell one person or thing from another. */
    private static final Pattern NAMED = Pattern.compile(
            "(?iu)(?:.* )?(?:id|ids|no|nr|number only|phone|mobile|telephone|fax|zip|postcode|plz|postal code|uuid|row|index|ip)(?: .*)?");

    private final List<Proposal> rules = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    /**
     * Looks at all columns.
     *
     * @param taken columns that are no traits: of the lead, the outcome and what follows from it
     */
    LearnProposals(Export export, Set<ExportColumn> taken) {
        NumberGuess numbers = NumberGuess.of(export.columns());
        Set<ExportColumn> times =
                export.times().stream().map(Export.Timed::column).collect(Collectors.toCollection(HashSet::new));
        int rows = export.sample().rows().size();
        for (ExportColumn column : export.columns()) {
            if (taken.contains(column)) {
                continue;
            }
            NumberFormat format = numbers.of(column.name());
            Set<BigDecimal> different = column.values().stream()
                    .map(format::parse)
                    .filter(Objects::nonNull)
                    .map(BigDecimal::stripTrailingZeros)
                    .collect(Collectors.toSet());
            boolean areNumbers = column.holds(value -> format.parse(value) != null) && different.size() > MOST_CODES;
            boolean isConstant = column.counts().size() + (column.values().size() < rows ? 1 : 0) < 2;
            boolean areNumbered = column.words().matches("(?:.* )?number") && column.isUnique();
            if (isConstant
                    || areNumbered
                    || times.contains(column) && !areNumbers
                    || areNumbers && NAMED.matcher(column.words()).matches()) {
                passedOver.add(column.name());
            } else if (areNumbers) {
                rules.add(rule(column, "tiers", "numbers"));
            } else if (isFrequent(column, rows)) {
                rules.add(rule(
                        column,
                        "values",
                        String.format(
                                Locale.ROOT,
                                "%,d different values",
                                column.counts().size())));
            } else {
                passedOver.add(column.name());
            }
        }
    }

    /** A rule for each column that says something of a lead, in the order of the file. */
    List<Proposal> rules() {
        return rules;
    }

    /** Names of columns of which there is nothing to learn: names, ids, times, and what is the same for all. */
    List<String> passedOver() {
        return passedOver;
    }

    private static boolean isFrequent(ExportColumn column, int rows) {
        int most = column.counts().values().stream().findFirst().orElse(0);
        int frequent = Math.max(most, rows - column.values().size());
        return frequent >= FEWEST_LEADS
                && (long) frequent * LEAST_SHARE >= rows
                && column.counts().size() * 2 <= rows;
    }

    private static Proposal rule(ExportColumn column, String form, String comment) {
        return new Proposal(
                column.name(), comment, List.of("field: " + ExplicitProposals.key(column), "learn: " + form), 0);
    }
}
