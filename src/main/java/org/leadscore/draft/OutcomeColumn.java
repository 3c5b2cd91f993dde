package org.leadscore.draft;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.leadscore.lead.Text;
import org.leadscore.rules.rewrite.TableText;

/**
 * A column of two values that says who became a customer. Other rules do not look at it.
 *
 * @param won the value of those who did, as the file writes it
 * @param conversions number of rows with that value
 * @param others number of rows with another one, or none
 */
record OutcomeColumn(ExportColumn column, String won, int conversions, int others) {

    /** The fewest conversions, and others, from which calibrate can learn. */
    private static final int FEWEST = 10;

    /** Whole names of columns that are outcomes if they have two values, one of them a yes. */
    private static final Pattern NAMES = Pattern.compile(
            "(?iu)y|target|label|outcome|result|success|sale|sold|revenue|(?:is |has |was |did )?(?:converted|conversion|won"
                    + "|purchased?|bought|buyer|paid|signed|accepted|customer|convert|buy)|(?:deal|opportunity|lead|closed|is closed|account|visit|session) ?(?:won|converted|is won)?(?: won| converted)"
                    + "|(?:became|is a|paying) ?customer|deal won|closed won|has (?:deal|order|transaction)|deposit|abschluss|gekauft|gewonnen|ganado|compró|convertido|cliente|acheté|gagné|converti|acquistato|vinto");

    /** Whole names of columns that are outcomes if one of two values is a word for a sale. */
    private static final Pattern STAGES = Pattern.compile(
            "(?iu)(?:(?:lead|deal|opportunity|sales|customer|contact|current|final) )?(?:status|stage|state|outcome|result|class|disposition|type|lifecycle stage)|lifecycle stage");

    private static final Set<String> YES =
            Set.of("yes", "true", "1", "y", "t", "won", "converted", "ja", "sí", "si", "oui", "sim", "wahr", "1.0");
    private static final Set<String> NO = Set.of(
            "no",
            "false",
            "0",
            "n",
            "f",
            "lost",
            "not converted",
            "nein",
            "non",
            "não",
            "falsch",
            "0.0",
            "unconverted");
    private static final Set<String> SALE = Set.of(
            "won",
            "closed won",
            "converted",
            "customer",
            "sold",
            "purchased",
            "bought",
            "signed",
            "success",
            "successful",
            "paid",
            "deal won",
            "sale",
            "gewonnen",
            "ganado",
            "ganada",
            "gagné",
            "vinto",
            "cliente",
            "client",
            "kunde");

    /** Finds the column; empty when none is certain, or several are. */
    static Optional<OutcomeColumn> of(Export export) {
        List<OutcomeColumn> found = export.columns().stream()
                .flatMap(column -> of(column, export.sample().rows().size()).stream())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** True when there are enough of both for calibrate. */
    boolean canBeLearned() {
        return conversions >= FEWEST && others >= FEWEST;
    }

    /** The condition of the rule file that holds for those who became customers. */
    String test() {
        return "{" + ExplicitProposals.key(column) + ": " + TableText.scalar(won) + "}";
    }

    private static Optional<OutcomeColumn> of(ExportColumn column, int rows) {
        List<String> values = List.copyOf(column.counts().keySet());
        boolean hasBlank = column.values().size() < rows;
        boolean hasTwo = values.size() == 2 || values.size() == 1 && hasBlank;
        if (!hasTwo) {
            return Optional.empty();
        }
        boolean isOutcome = NAMES.matcher(column.words()).matches();
        boolean isStage = STAGES.matcher(column.words()).matches();
        List<String> won = values.stream()
                .filter(value ->
                        isOutcome && (YES.contains(Text.fold(value)) || isSale(value)) || isStage && isSale(value))
                .toList();
        boolean isOtherNo = values.size() == 1
                || isStage
                || values.stream().anyMatch(value -> NO.contains(Text.fold(value)) || !YES.contains(Text.fold(value)));
        if (won.size() != 1 || !isOtherNo) {
            return Optional.empty();
        }
        int conversions = column.counts().getOrDefault(won.get(0), 0);
        return Optional.of(new OutcomeColumn(column, won.get(0), conversions, rows - conversions));
    }

    private static boolean isSale(String value) {
        return SALE.contains(
                Text.fold(value).replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
    }
}
