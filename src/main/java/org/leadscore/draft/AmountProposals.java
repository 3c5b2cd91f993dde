package org.leadscore.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadscore.lead.NumberFormat;
import org.leadscore.rules.read.ConditionWord;
import org.leadscore.rules.rewrite.TableText;

/** Proposes rules about the numbers and times of a wide contact list: sizes, counters of what was done, and when it was done last. */
final class AmountProposals {

    private static final List<String> SIZE = List.of(
            "employees",
            "number of employees",
            "no of employees",
            "company size",
            "employee count",
            "employee range",
            "headcount",
            "team size",
            "company headcount",
            "mitarbeiter",
            "anzahl mitarbeiter",
            "mitarbeiterzahl",
            "unternehmensgröße",
            "empleados",
            "número de empleados",
            "effectif",
            "effectifs",
            "dipendenti",
            "werknemers",
            "angajati");
    private static final List<String> REVENUE = List.of(
            "annual revenue",
            "company revenue",
            "yearly revenue",
            "revenue range",
            "estimated revenue",
            "turnover",
            "jahresumsatz",
            "facturación",
            "ingresos anuales",
            "chiffre d affaires",
            "fatturato",
            "omzet",
            "budget",
            "arr",
            "mrr");

    /** Words for what a lead does, or how much it is worth, at the end or within the name of a column that counts it. */
    private static final Pattern COUNTED = word(
            "opens?|opened|clicks?|clicked|orders?|orders count|purchases?|purchased|bought|spen[dt]|sessions?|visits?"
                    + "|page ?views?|views?|log ?ins?|downloads?|submissions?|submitted|repl(?:y|ies)|replied|responses?|meetings?|calls?|webinars?"
                    + "|attended|events?|activit(?:y|ies)|engagements?|conversions?|transactions?|payments?|revenue|lifetime value|ltv|clv|order value"
                    + "|sales|donations?|donated|messages?|chats?|carts?|wishlist|points|referrals?|reviews?|searches|minutes|time spent|time on site|hits"
                    + "|seats|users|licen[cs]es|projects|member rating|forms?|demos?|trials?|quotes?|tickets|total value|amount|volume|interactions?"
                    + "|öffnungen|klicks|bestellungen|besuche|umsatz|seitenaufrufe|käufe|sitzungen|aperturas|clics?|pedidos|compras|visitas|sesiones|gastado|gasto"
                    + "|abiertos|abiertas|envíos|formularios|páginas vistas|ouverts|cliqués|pages vues|formulaires|aufrufe|formulareinsendungen|ouvertures|commandes|achats|visites|dépensé|aperture|ordini|acquisti|visite|speso|sessioni");

    /** Words that turn it round, or say that it was not the lead who did it. */
    private static final Pattern NOT_COUNTED = word(
            "bounces?|bounced|refund(?:s|ed)?|returns?|returned|cancel(?:s|led|ed|lations?)?|complaints?|spam|unsub\\p{L}*"
                    + "|enviad[oa]s|entregad[oa]s|rebotes|gesendet|zugestellt|envoyés|livrés|fail(?:s|ed|ures?)?|disputes?|chargebacks?|sent|delivered|deliver(?:y|ies)|received|recipients?|lost|losses|debt|overdue|discounts?|predicted|churn"
                    + "|risk|ids?|zip|postal|code|phone|number only|year|latitude|longitude|gmtoff|dstoff|rank|index|row");

    private static final Pattern SINCE =
            word("days? (?:since|ago|inactive)|inactive days|tage seit|días desde|jours depuis|giorni da");

    private static final Pattern LAST = Pattern.compile(
            "(?iu)(?:.* )?(?:last|latest|most recent|recent|letzte[rsn]?|zuletzt|últim[oa]|ultim[oa]|dernière?|dernier|laatste)(?: .*)?");

    /** Words that say that the time is not one at which the lead did something. */
    private static final Pattern NOT_LAST = word(
            "modified|updated?|changed?|edited|sync(?:ed)?|synchronized|contacted|called|sent|send|emailed|received|imported|import"
                    + "|assigned|enriched|verified|confirmed|name|owner|status|stage|bounced?|unsub\\p{L}*|opt(?:ed)? ?out|geändert|actualizado|modifi\\p{L}*");

    private static final Pattern BOUND = Pattern.compile("[0-9][0-9.,'\u2019\u00A0 ]*");
    private static final Pattern UNIT = Pattern.compile("(?iu)^\\s*(k|m|mm|mn|mio|b|bn|million|billion|thousand)\\b.*");
    private static final Pattern UNDER = Pattern.compile(
            "(?iu)\\s*(?:<|≤|under|below|less|fewer|up to|unter|bis|weniger|menos|hasta|moins|meno|fino).*");
    private static final Pattern RANGE = Pattern.compile(
            "(?iu)[^0-9]*[0-9][0-9.,'\u2019\u00A0 ]*(?:k|m|mm|mn|mio|b|bn|million|billion|thousand)?\\s*(?:\\+|and (?:more|above|over)|or more|(?:-|–|—|to|bis|a|à|bis zu|hasta)\\s*[^0-9]{0,4}[0-9][0-9.,'\u2019\u00A0 ]*(?:k|m|mm|mn|mio|b|bn|million|billion|thousand)?)?\\+?[^0-9]*");

    private static final int MOST_RANGES = 30;
    private static final int MOST_COUNTERS = 8;
    private static final int MOST_TIMES = 3;
    private static final int DIFFERENT_ENOUGH = 2;

    private final Export export;
    /** The columns that other rules, or none, look at. */
    private final Set<ExportColumn> taken = new HashSet<>();

    private final NumberGuess numbers;
    /** Columns that have to be made, by name, each with how. */
    private final Map<String, String> made = new LinkedHashMap<>();
    /** Columns of times that rules look at. */
    private final List<Export.Timed> times = new ArrayList<>();

    private final List<Proposal> sizes = new ArrayList<>();
    private final List<Proposal> counters = new ArrayList<>();
    private final List<Proposal> recent = new ArrayList<>();

    /**
     * Looks at all columns.
     *
     * @param taken columns that no rule of these is to look at
     */
    AmountProposals(Export export, Set<ExportColumn> taken) {
        this.export = export;
        this.numbers = NumberGuess.of(export.columns());
        this.taken.addAll(taken);
        size(SIZE, "Company size");
        size(REVENUE, "Revenue");
        export.columns().stream().filter(column -> !this.taken.contains(column)).forEach(this::counter);
        recency();
    }

    /** Rules about how large a company is. */
    List<Proposal> sizes() {
        return sizes;
    }

    /** Rules about how often or how much a lead did something. */
    List<Proposal> counters() {
        return counters.subList(0, Math.min(MOST_COUNTERS, counters.size()));
    }

    /** Rules about when a lead did something last. */
    List<Proposal> recent() {
        return recent;
    }

    /** The columns of times that the rules look at. */
    List<Export.Timed> times() {
        return times;
    }

    /** The columns that these rules look at, or that were not for them to look at. */
    Set<ExportColumn> taken() {
        return Set.copyOf(taken);
    }

    /** Columns that have to be made for these rules, by name, each as the rule file says how. */
    Map<String, String> made() {
        return made;
    }

    /** The columns of a company's size, of people and of money. */
    static Optional<ExportColumn> size(Export export) {
        return export.named(SIZE);
    }

    private void size(List<String> phrases, String name) {
        Optional<ExportColumn> found =
                export.named(phrases).filter(column -> !column.values().isEmpty() && !taken.contains(column));
        if (found.isEmpty()) {
            return;
        }
        ExportColumn column = found.get();
        taken.add(column);
        if (column.holds(value -> numbers.of(column.name()).parse(value) != null)) {
            List<BigDecimal> sorted = sorted(column, numbers.of(column.name()));
            List<String> tiers = phrases == SIZE ? usual(sorted) : List.of();
            add(
                    sizes,
                    name,
                    "up to " + most(sorted) + " here; the first tier that holds counts",
                    column.field(),
                    tiers.isEmpty() ? Borders.tiers(sorted, rows(), List.of(15, 10, 5)) : tiers,
                    15);
        } else if (column.counts().size() <= MOST_RANGES
                && column.holds(value -> RANGE.matcher(value).matches())) {
            ranges(column, name);
        }
    }

    /** The usual borders of companies, if values reach several of them. */
    private static List<String> usual(List<BigDecimal> sorted) {
        List<String> tiers = new ArrayList<>();
        int[] borders = {500, 100, 20};
        int[] points = {15, 10, 5};
        BigDecimal before = null;
        for (int i = 0; i < borders.length; i++) {
            BigDecimal from = BigDecimal.valueOf(borders[i]);
            BigDecimal below = before;
            if (sorted.stream()
                    .anyMatch(
                            number -> number.compareTo(from) >= 0 && (below == null || number.compareTo(below) < 0))) {
                tiers.add("  - {at-least: " + borders[i] + ", points: " + points[i] + "}");
                before = from;
            }
        }
        if (tiers.size() >= DIFFERENT_ENOUGH && sorted.get(0).compareTo(BigDecimal.valueOf(5)) < 0) {
            tiers.add("  - {below: 5, points: -5}");
        }
        return tiers.size() >= DIFFERENT_ENOUGH ? tiers : List.of();
    }

    /** Tiers of the lower ends of ranges such as 11-50 and 1,000+; a table where the ends cannot be read as numbers. */
    private void ranges(ExportColumn column, String name) {
        Map<String, BigDecimal> from = new HashMap<>();
        boolean isPlain = true;
        for (String range : column.counts().keySet()) {
            boolean isUnder = UNDER.matcher(range).matches();
            Matcher bound = BOUND.matcher(range);
            BigDecimal lower =
                    bound.find() && !isUnder ? bound(bound.group(), range.substring(bound.end())) : BigDecimal.ZERO;
            from.put(range, lower);
            isPlain &= !isUnder
                    && lower.signum() > 0
                    && !UNIT.matcher(range.substring(bound.end())).matches();
        }
        if (isPlain) {
            String own = column.name() + " from";
            made.put(
                    own,
                    "{from: " + TableText.scalar(column.name())
                            + ", match: '^[^0-9]*([0-9][0-9.,]*)', number: {thousands: "
                            + (isPointed(column) ? "'.', decimal: ','" : "','") + "}}");
            List<BigDecimal> sorted = column.values().stream()
                    .map(from::get)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            List<String> tiers = usual(sorted);
            add(
                    sizes,
                    name,
                    "by the lower end of the range; the first tier that holds counts",
                    column.inTable(own),
                    tiers.isEmpty() ? Borders.tiers(sorted, rows(), List.of(15, 10, 5)) : tiers,
                    15);
            return;
        }
        List<String> ordered = from.keySet().stream()
                .sorted(Comparator.comparing((String range) -> from.getOrDefault(range, BigDecimal.ZERO))
                        .thenComparing(range -> range))
                .toList();
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            int points = ordered.size() == 1 ? 5 : Math.round(15f * i / (ordered.size() - 1));
            entries.add(TableText.scalar(ordered.get(i)) + ": " + points);
        }
        sizes.add(new Proposal(
                name,
                "ranges, the larger the more",
                List.of(
                        "field: " + ExplicitProposals.key(column),
                        "values: {" + String.join(", ", entries) + "}",
                        "otherwise: 0"),
                15));
    }

    private static boolean isPointed(ExportColumn column) {
        return column.values().stream().anyMatch(value -> value.matches(".*[0-9]\\.[0-9]{3}(?![0-9]).*"))
                && column.values().stream().noneMatch(value -> value.matches(".*[0-9],[0-9]{3}(?![0-9]).*"));
    }

    private static BigDecimal bound(String digits, String behind) {
        BigDecimal number = new BigDecimal(digits.replaceAll("[^0-9]", ""));
        Matcher unit = UNIT.matcher(behind);
        if (!unit.matches()) {
            return number;
        }
        String word = unit.group(1).toLowerCase(Locale.ROOT);
        int zeros = word.startsWith("k") || word.startsWith("t") ? 3 : word.startsWith("b") ? 9 : 6;
        return number.movePointRight(zeros);
    }

    private void counter(ExportColumn column) {
        NumberFormat format = numbers.of(column.name());
        if (!column.holds(value -> format.parse(value) != null)
                || column.values().stream().anyMatch(value -> value.matches("[0-9]{9,}|0[0-9]+|\\+[0-9 ]{8,}"))) {
            return;
        }
        List<BigDecimal> sorted = sorted(column, format);
        boolean isSince = SINCE.matcher(column.words()).find();
        if (isSince) {
            add(
                    counters,
                    capital(column),
                    "days; the fewer the better",
                    column.field(),
                    List.of("  - {at-most: 7, points: 10}", "  - {at-most: 30, points: 5}"),
                    10);
            return;
        }
        if (!COUNTED.matcher(column.words()).find()
                || NOT_COUNTED.matcher(column.words()).find()
                || sorted.get(0).signum() < 0) {
            return;
        }
        taken.add(column);
        List<String> tiers = Borders.tiers(sorted, rows(), List.of(10, 6, 2));
        add(
                counters,
                capital(column),
                "half of those with any have " + middle(sorted) + " or more, the most " + most(sorted),
                column.field(),
                tiers,
                10);
    }

    private void recency() {
        Set<ExportColumn> told = new HashSet<>(taken);
        export.times().stream()
                .filter(timed -> !timed.guess().isAmbiguous() && !told.contains(timed.column()))
                .filter(timed -> LAST.matcher(timed.column().words()).matches()
                        && !NOT_LAST.matcher(timed.column().words()).find())
                .sorted(Comparator.comparingInt(timed -> export.columns().indexOf(timed.column())))
                .limit(MOST_TIMES)
                .forEach(timed -> {
                    times.add(timed);
                    add(
                            recent,
                            capital(timed.column()),
                            "the first tier that holds counts; set the days to how fast people decide",
                            timed.column().field(),
                            List.of(
                                    "  - {after: 14d, points: 10}",
                                    "  - {after: 60d, points: 5}",
                                    "  - {after: 180d, points: 2}"),
                            10);
                });
    }

    private void add(List<Proposal> to, String name, String comment, String field, List<String> tiers, int most) {
        if (tiers.isEmpty()) {
            return;
        }
        List<String> body = new ArrayList<>();
        body.add("field: " + TableText.scalar(ConditionWord.keyOf(field)));
        body.add("tiers:");
        body.addAll(tiers);
        to.add(new Proposal(name, comment, body, most));
    }

    private static List<BigDecimal> sorted(ExportColumn column, NumberFormat format) {
        return column.values().stream()
                .map(format::parse)
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.toList());
    }

    private static String most(List<BigDecimal> sorted) {
        return sorted.isEmpty() ? "0" : sorted.get(sorted.size() - 1).toPlainString();
    }

    private static String middle(List<BigDecimal> sorted) {
        List<BigDecimal> above =
                sorted.stream().filter(number -> number.signum() > 0).toList();
        return above.isEmpty() ? "0" : above.get(above.size() / 2).toPlainString();
    }

    private static String capital(ExportColumn column) {
        String plain = column.name().replaceAll("[_$]+", " ").strip();
        return plain.isEmpty() ? column.name() : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    private int rows() {
        return export.sample().rows().size();
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    }
}
