package org.leadscore.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of deals, which says who became a customer. They are outcomes, and never events that give points: a lead who bought
 * is no lead any more.
 *
 * @param lead the column that names leads as the other files do
 * @param time of the closing; null where the file has none
 * @param stage the column that tells deals that are won from others; null where every row is a customer
 * @param won values of the stage
 * @param lost values of the stage
 */
record Deals(
        Export export,
        ExportColumn lead,
        Export.@Nullable Timed time,
        @Nullable ExportColumn stage,
        List<String> won,
        List<String> lost) {

    private static final Pattern WON = Pattern.compile(
            "(?iu)(?:.*[^\\p{L}])?(?:won|closed ?won|gewonnen|ganad[oa]|gan[oó]|gagn[ée]e?|vint[oa]|ganh[oa]|c[âa]știgat[ăa]?|c[âa]stigat[ăa]?|wygran[aey]|vundet|vunnet|vunnen)"
                    + "(?:[^\\p{L}].*)?");
    private static final Pattern LOST = Pattern.compile(
            "(?iu)(?:.*[^\\p{L}])?(?:lost|closed ?lost|verloren|perdid[oa]|perdue?|pers[oa]|pierdut[ăa]?|przegran[aey]|tabt|tapt|f[öo]rlorad|dead|abandoned)(?:[^\\p{L}].*)?");
    private static final Pattern YES = Pattern.compile("(?i)true|yes|1|y|won|t|sí|si|ja|oui");

    private static final List<String> IS_WON = List.of("is won", "won", "iswon", "gewonnen", "ganado", "gagné");
    private static final List<String> CLOSED = List.of(
            "closed at",
            "close date",
            "closed date",
            "date closed",
            "closed on",
            "won at",
            "won time",
            "won date",
            "won on",
            "closed won date",
            "actual close date",
            "closed",
            "abschlussdatum",
            "fecha de cierre",
            "date de clôture",
            "data chiusura",
            "data de fechamento",
            "purchase date",
            "purchased at",
            "customer since",
            "signed at",
            "contract date");

    /** Names of columns that only deals have. */
    private static final List<String> OF_DEALS = List.of(
            "amount",
            "deal",
            "deal name",
            "opportunity",
            "opportunity name",
            "pipeline",
            "value",
            "expected revenue",
            "probability",
            "betrag",
            "importe",
            "montant",
            "importo",
            "valor");

    private static final int MOST_STAGES = 40;

    /** True when the file seems to be one of deals: some are won, and it has a time of closing or a sum. */
    static boolean isLike(Export export) {
        boolean isDeal = !won(export).isEmpty()
                && export.columns().stream().anyMatch(column -> column.isNamed(OF_DEALS) || column.isNamed(CLOSED));
        return isDeal && export.event() == null;
    }

    /** True when the name of a file of people says that they are customers, and a column since when. */
    static boolean areCustomers(Export export) {
        String path = export.path();
        String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return file.matches(".*(customer|client|kunde|cliente|buyer|purchas|won|closed).*")
                && !export.times().isEmpty();
    }

    /** The deals of a file that is joined by that column. */
    static Deals of(Export export, ExportColumn lead) {
        ExportColumn stage = stage(export).orElse(null);
        List<String> won = stage == null ? List.of() : values(stage, isFlag(stage) ? YES : WON);
        List<String> lost = stage == null || isFlag(stage) ? List.of() : values(stage, LOST);
        return new Deals(export, lead, time(export), stage, won, lost);
    }

    private static List<String> won(Export export) {
        return stage(export)
                .map(stage -> values(stage, isFlag(stage) ? YES : WON))
                .orElse(List.of());
    }

    /** The column of the stages: some are won; that with a name of its own for it first, then that with fewer values. */
    private static Optional<ExportColumn> stage(Export export) {
        return export.columns().stream()
                .filter(column -> column.counts().size() <= MOST_STAGES
                        && !values(column, isFlag(column) ? YES : WON).isEmpty())
                .min(Comparator.<ExportColumn, Boolean>comparing(column -> !isFlag(column))
                        .thenComparing(column -> values(column, LOST).isEmpty())
                        .thenComparing(column -> column.counts().size()));
    }

    private static boolean isFlag(ExportColumn column) {
        return column.isCalled(IS_WON) && column.counts().size() <= 2;
    }

    private static List<String> values(ExportColumn column, Pattern pattern) {
        return column.counts().keySet().stream()
                .filter(value -> value.length() <= 60 && pattern.matcher(value).matches())
                .toList();
    }

    private static Export.@Nullable Timed time(Export export) {
        return export.times().stream()
                .filter(timed -> !timed.guess().isAmbiguous())
                .filter(timed -> timed.column().isNamed(CLOSED))
                .min(Comparator.comparingInt(timed -> timed.column().rank(CLOSED)))
                .or(() -> export.times().stream()
                        .filter(timed -> !timed.guess().isAmbiguous())
                        .findFirst())
                .orElse(null);
    }

    /** True when the time is that of a column that is called for the closing. */
    boolean isTimeOfClosing() {
        return time != null && time.column().isNamed(CLOSED);
    }

    /** A time of closing that can be read in two ways; empty when there is none, or another one. */
    Optional<Export.Timed> doubtfulTime() {
        return export.times().stream()
                .filter(timed -> timed.guess().isAmbiguous() && timed.column().isNamed(CLOSED))
                .findFirst();
    }
}
