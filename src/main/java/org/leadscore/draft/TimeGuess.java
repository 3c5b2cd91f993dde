package org.leadscore.draft;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.rewrite.TableText;

/**
 * The formats in which a column seems to write its times: one, or several of which none reads a text of another.
 *
 * @param formats as the rule file has them behind its key; empty for ISO-8601 alone, which needs none
 * @param language of the names of months, {@code en} where there are none
 * @param order of the numbers in dates that could have another one; unknown where that is fixed or cannot be told
 * @param isAmbiguous whether the values fit as well with day, month and year in another order
 */
record TimeGuess(List<String> formats, String language, Dates order, boolean isAmbiguous) {

    private static final ZoneDays UTC = new ZoneDays(ZoneOffset.UTC);
    private static final TimeFormat ISO = TimeFormat.iso(UTC);
    private static final String ENGLISH = "en";

    /** Languages that are taken before others that have the same names of months. */
    private static final List<String> USUAL = List.of(ENGLISH, "de", "es", "fr", "it", "pt", "nl", "ro", "pl", "sv");

    /**
     * Bounds of numbers that are taken for times, in seconds: the first half of this century, 2000-01-01 and 2050-01-01
     * in UTC.
     */
    private static final BigDecimal EARLIEST = BigDecimal.valueOf(946_684_800);

    private static final BigDecimal LATEST = BigDecimal.valueOf(2_524_608_000L);

    /** The same bounds as the numbers of days in spreadsheets. */
    private static final BigDecimal FIRST_DAY = BigDecimal.valueOf(36_526);

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(54_789);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{5,19}(?:[.,][0-9]{1,15})?");
    private static final Pattern COMPACT = Pattern.compile(
            "20[0-4][0-9](0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(([01][0-9]|2[0-3])([0-5][0-9]([0-5][0-9]([0-9]{3})?)?)?)?");

    /** Names of columns whose numbers are no times, whatever they look like. */
    private static final Pattern NO_TIME = Pattern.compile(
            "(?:.* )?(?:id|ids|phone|mobile|cell|tel|telephone|fax|sms|whatsapp|number|no|num|nr|zip|code|postcode|amount|price|revenue|value|total|"
                    + "spent|spend|count|size|employees|score|points|salary|income|population|ip|order|invoice|account|sku)(?: .*)?");

    /** Words in names of columns that hold times; short numbers are taken for times only there. */
    private static final Pattern TIME = Pattern.compile(
            "(?:.* )?(?:\\p{L}*date|datum|fecha|data|\\p{L}*time|timestamp|ts|at|on|day|when|created|updated|modified|last|since|seen|opened|sent|joined|signup|zeit"
                    + "|tag|tijd|heure|hora|ora|utc)(?: .*)?");

    private static final int MOST_FORMATS = 5;
    private static final int MOST_TRIED = 400;
    private static final int FIRST = 20;

    TimeGuess {
        formats = List.copyOf(formats);
    }

    /** Values of one shape, with the shape of the first. */
    private static final class Group {

        private final TimeShape shape;
        private final List<String> values = new ArrayList<>();
        private final List<List<Integer>> fields = new ArrayList<>();
        private final Set<String> months = new HashSet<>();
        private final Set<String> weekdays = new HashSet<>();
        private boolean hasZeroInDate; // before a digit
        private boolean hasDigitInDate; // alone
        private boolean hasZeroInClock;
        private boolean hasDigitInClock;
        private boolean hasLongMonth;

        Group(TimeShape shape) {
            this.shape = shape;
        }

        void add(String value, TimeShape own) {
            values.add(value);
            List<Integer> numbers = new ArrayList<>();
            for (String field : own.fields()) {
                numbers.add(Integer.parseInt(field));
                hasZeroInDate |= field.length() == 2 && field.startsWith("0");
                hasDigitInDate |= field.length() == 1;
            }
            fields.add(numbers);
            months.add(own.month());
            weekdays.add(own.weekday());
            hasLongMonth |= own.month().length() > 4;
            hasZeroInClock |= own.hour() == TimeShape.Hour.WITH_ZERO;
            hasDigitInClock |= own.hour() == TimeShape.Hour.OF_ONE_DIGIT;
        }

        /** The letter for a day or month: twice where all have two digits, and some need a zero for that. */
        private String field(char letter) {
            return hasZeroInDate && !hasDigitInDate ? "" + letter + letter : "" + letter;
        }

        private String clock(String part) {
            boolean isHour = part.startsWith("H:")
                    || part.startsWith("h:")
                    || part.startsWith("H'")
                    || part.startsWith("h'")
                    || part.startsWith("H.")
                    || part.startsWith("h a")
                    || part.startsWith("ha");
            return isHour && hasZeroInClock && !hasDigitInClock ? part.charAt(0) + part : part;
        }

        boolean hasYear() {
            return shape.fields().stream().anyMatch(field -> field.length() == 4);
        }
    }

    /** A format for a group, with the order that it takes; ambiguous when another order fits as well. */
    private record Fitting(String format, Dates order, boolean isAmbiguous, long fits) {}

    /**
     * Guesses the formats of a column's times; empty when fewer than nine in ten values fit formats that are known.
     *
     * @param dates the order of day and month for values that fit in several ways; unknown when nothing tells it
     */
    static Optional<TimeGuess> of(ExportColumn column, Dates dates) {
        List<String> values = column.values();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > FIRST && isMostlyUnknown(values.subList(0, FIRST))) {
            return Optional.empty();
        }
        long iso = 0;
        List<String> numbers = new ArrayList<>();
        Map<String, Group> groups = new LinkedHashMap<>();
        long unknown = 0;
        for (String value : values) {
            if (NUMBER.matcher(value).matches()) {
                numbers.add(value);
            } else if (ISO.millis(value) != TimeFormat.NONE) {
                iso++;
            } else {
                TimeShape shape = TimeShape.of(value);
                if (shape == null) {
                    unknown++;
                    if (unknown * 10 > values.size()) {
                        return Optional.empty();
                    }
                } else {
                    groups.computeIfAbsent(shape.key(), none -> new Group(shape))
                            .add(value, shape);
                }
            }
        }
        return combined(column, iso, numbers, groups.values(), dates);
    }

    /** True when most of the values are no times of any kind. */
    private static boolean isMostlyUnknown(List<String> values) {
        long unknown = values.stream()
                .filter(value -> !NUMBER.matcher(value).matches()
                        && ISO.millis(value) == TimeFormat.NONE
                        && TimeShape.of(value) == null)
                .count();
        return unknown * 2 > values.size();
    }

    private static Optional<TimeGuess> combined(
            ExportColumn column, long iso, List<String> numbers, Collection<Group> groups, Dates dates) {
        String language = language(groups);
        if (language == null) {
            return Optional.empty();
        }
        List<Fitting> fitting = fitting(groups, language, dates);
        Dates told = fitting.stream()
                .filter(each -> !each.isAmbiguous() && each.order() != Dates.UNKNOWN)
                .map(Fitting::order)
                .findFirst()
                .orElse(dates);
        if (told != dates) {
            fitting = fitting(groups, language, told);
        }
        if (iso > 0) {
            fitting.add(0, new Fitting("iso", Dates.UNKNOWN, false, iso));
        }
        String number = numbers.isEmpty() ? "" : ofNumbers(column, numbers);
        if (!number.isEmpty()) {
            fitting.add(new Fitting(number, Dates.UNKNOWN, false, numbers.size()));
        }
        fitting.sort(Comparator.comparingLong(Fitting::fits).reversed());
        return chosen(column, fitting, language);
    }

    private static Optional<TimeGuess> chosen(ExportColumn column, List<Fitting> fitting, String language) {
        List<Fitting> chosen = new ArrayList<>();
        for (Fitting each : fitting) {
            boolean isNew = chosen.stream().noneMatch(other -> other.format().equals(each.format()));
            if (each.fits() > 0
                    && chosen.size() < MOST_FORMATS
                    && isNew
                    && chosen.stream().allMatch(other -> areApart(each.format(), other.format(), language))) {
                chosen.add(each);
            }
        }
        long read = chosen.stream().mapToLong(Fitting::fits).sum();
        if (chosen.isEmpty() || read * 10 < column.values().size() * 9L) {
            return Optional.empty();
        }
        List<String> formats = chosen.stream().map(Fitting::format).toList();
        boolean isAmbiguous = chosen.stream().anyMatch(Fitting::isAmbiguous);
        Dates order = chosen.stream()
                .map(Fitting::order)
                .filter(each -> each != Dates.UNKNOWN)
                .findFirst()
                .orElse(Dates.UNKNOWN);
        return Optional.of(new TimeGuess(
                formats.equals(List.of("iso")) ? List.of() : formats,
                language,
                isAmbiguous ? Dates.UNKNOWN : order,
                isAmbiguous));
    }

    private static boolean areApart(String one, String other, String language) {
        return TimeFormat.doubt(format(one, language), format(other, language)) == null;
    }

    private static TimeFormat format(String format, String language) {
        return TimeFormat.of(List.of(format), language, '.', UTC);
    }

    private static List<Fitting> fitting(Collection<Group> groups, String language, Dates dates) {
        List<Fitting> fitting = new ArrayList<>();
        for (Group group : groups) {
            Fitting best = best(group, language, dates);
            if (best != null) {
                fitting.add(best);
            }
        }
        return fitting;
    }

    /** The format of a group that reads most of its values; null when none reads half of them. */
    private static @Nullable Fitting best(Group group, String language, Dates dates) {
        List<Fitting> ways = new ArrayList<>();
        for (List<Character> order : orders(group)) {
            String format = format(group, order);
            long fits = fits(group, format, language);
            if (fits * 2 >= group.values.size()) {
                ways.add(new Fitting(format, named(order), false, fits));
            }
        }
        if (ways.isEmpty()) {
            return null;
        }
        long most = ways.stream().mapToLong(Fitting::fits).max().orElse(0);
        List<Fitting> equal = ways.stream().filter(way -> way.fits() == most).toList();
        boolean isFixed = orders(group).size() == 1;
        if (equal.size() == 1) {
            Fitting only = equal.get(0);
            return isFixed ? new Fitting(only.format(), Dates.UNKNOWN, false, most) : only;
        }
        if (isDotted(group) && group.hasYear()) {
            Fitting first = equal.get(0);
            return new Fitting(first.format(), Dates.UNKNOWN, false, most); // 2.3.2026 has the day first everywhere
        }
        Optional<Fitting> said =
                equal.stream().filter(way -> way.order() == dates).findFirst();
        if (said.isPresent()) {
            return said.get();
        }
        Fitting first = equal.get(0);
        return new Fitting(first.format(), first.order(), first.order() != Dates.UNKNOWN, most);
    }

    private static boolean isDotted(Group group) {
        int first = group.shape.parts().indexOf(TimeShape.FIELD);
        return first >= 0
                && first + 1 < group.shape.parts().size()
                && group.shape.parts().get(first + 1).equals(".");
    }

    private static Dates named(List<Character> order) {
        if (order.isEmpty() || order.size() < 3) {
            return Dates.UNKNOWN;
        }
        return switch (order.get(0)) {
            case 'd' -> Dates.DAY_FIRST;
            case 'M' -> Dates.MONTH_FIRST;
            default -> Dates.YEAR_FIRST;
        };
    }

    /** The orders that the numbers of the date can have, the most usual first. */
    private static List<List<Character>> orders(Group group) {
        List<String> fields = group.shape.fields();
        if (fields.isEmpty()) {
            return List.of(List.of());
        }
        int year = -1;
        for (int i = 0; i < fields.size(); i++) {
            year = fields.get(i).length() == 4 ? i : year;
        }
        if (fields.size() == 2) {
            return year == 0 ? List.of(List.of('y', 'd')) : year == 1 ? List.of(List.of('d', 'y')) : shortYear(group);
        }
        if (year == 0) {
            return hasIn(group, 1, 13, 31) ? List.of(List.of('y', 'd', 'M')) : List.of(List.of('y', 'M', 'd'));
        }
        if (year == 2) {
            return List.of(List.of('d', 'M', 'y'), List.of('M', 'd', 'y'));
        }
        if (year == 1) {
            return List.of();
        }
        List<List<Character>> orders = new ArrayList<>(List.of(List.of('d', 'M', 'y'), List.of('M', 'd', 'y')));
        if (group.fields.stream().allMatch(each -> each.get(0) >= 10 && each.get(0) < 50)) {
            int left = distinct(group, 0);
            int right = distinct(group, 2);
            if (left < right) {
                return List.of(List.of('y', 'M', 'd')); // the years are fewer than the days
            }
            if (left == right) {
                orders.add(List.of('y', 'M', 'd'));
            }
        }
        return orders;
    }

    private static List<List<Character>> shortYear(Group group) {
        boolean isYearFirst = hasIn(group, 0, 32, 99);
        return List.of(isYearFirst ? List.of('y', 'd') : List.of('d', 'y'));
    }

    private static int distinct(Group group, int field) {
        return (int)
                group.fields.stream().map(each -> each.get(field)).distinct().count();
    }

    private static boolean hasIn(Group group, int field, int least, int most) {
        return group.fields.stream().map(each -> each.get(field)).anyMatch(each -> each >= least && each <= most);
    }

    private static String format(Group group, List<Character> order) {
        StringBuilder format = new StringBuilder();
        int next = 0;
        for (String part : group.shape.parts()) {
            if (part.equals(TimeShape.FIELD)) {
                char letter = order.get(next);
                boolean isLong = group.shape.fields().get(next).length() == 4;
                format.append(letter == 'y' ? isLong ? TimeShape.YEAR : "yy" : group.field(letter));
                next++;
            } else if (part.equals("MMM")) {
                format.append(group.hasLongMonth ? "MMMM" : "MMM");
            } else {
                format.append(group.clock(part));
            }
        }
        return format.toString();
    }

    /** Number of values that are times in that format; only the first are tried, and the others counted in proportion. */
    private static long fits(Group group, String format, String language) {
        TimeFormat times;
        try {
            times = format(format, language);
        } catch (IllegalArgumentException unusable) {
            return 0;
        }
        List<String> tried = group.values.subList(0, Math.min(MOST_TRIED, group.values.size()));
        long fitting = tried.stream()
                .filter(value -> times.millis(value) != TimeFormat.NONE)
                .count();
        if (tried.size() == group.values.size() || fitting * 2 < tried.size()) {
            return fitting;
        }
        return group.values.stream()
                .filter(value -> times.millis(value) != TimeFormat.NONE)
                .count();
    }

    /**
     * The language that has all names of months and days; English where there are none, null where no language has them all,
     * or where two have them and mean different months.
     */
    private static @Nullable String language(Collection<Group> groups) {
        Set<String> months = words(groups, group -> group.months);
        Set<String> weekdays = words(groups, group -> group.weekdays);
        List<String> languages = months.isEmpty() && weekdays.isEmpty()
                ? List.of(ENGLISH)
                : TimeFormat.languages().stream()
                        .filter(language -> months.stream()
                                        .allMatch(month ->
                                                TimeShape.languagesOf(month).contains(language))
                                && weekdays.stream()
                                        .allMatch(day ->
                                                TimeShape.languagesOfDay(day).contains(language)))
                        .toList();
        boolean agree = months.stream()
                .allMatch(month -> languages.stream()
                                .map(language -> format("d MMM yyyy", language).millis("1 " + month + " 2026"))
                                .distinct()
                                .count()
                        == 1);
        Optional<String> usual = USUAL.stream().filter(languages::contains).findFirst();
        if (usual.isPresent() && usual.get().equals(ENGLISH)) {
            return ENGLISH;
        }
        return languages.isEmpty() || !agree ? null : usual.orElse(languages.get(0));
    }

    private static Set<String> words(Collection<Group> groups, Function<Group, Set<String>> words) {
        return groups.stream()
                .flatMap(group -> words.apply(group).stream())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The format of times that are one number; empty when the numbers are none. */
    private static String ofNumbers(ExportColumn column, List<String> numbers) {
        boolean isOfTime = TIME.matcher(column.words()).matches();
        if (!isOfTime && NO_TIME.matcher(column.words()).matches()) {
            return "";
        }
        if (isMost(numbers, value -> COMPACT.matcher(value).matches())) {
            return numbers.stream().map(String::length).distinct().count() == 1
                    ? compact(numbers.get(0).length())
                    : "";
        }
        List<String> words = List.of("epoch-seconds", "epoch-millis", "epoch-micros", "epoch-nanos");
        for (int i = 0; i < words.size(); i++) {
            int places = 3 * i;
            if (isMost(
                    numbers,
                    value -> isBetween(value, EARLIEST.movePointRight(places), LATEST.movePointRight(places)))) {
                return words.get(i);
            }
        }
        return isOfTime && isMost(numbers, value -> isBetween(value, FIRST_DAY, LAST_DAY)) ? "day-number" : "";
    }

    private static String compact(int length) {
        return switch (length) {
            case 8 -> "yyyyMMdd";
            case 10 -> "yyyyMMddHH";
            case 12 -> "yyyyMMddHHmm";
            case 14 -> "yyyyMMddHHmmss";
            default -> "yyyyMMddHHmmssSSS";
        };
    }

    private static boolean isMost(List<String> values, Predicate<String> kind) {
        return values.stream().filter(kind).count() * 10 >= values.size() * 9L;
    }

    private static boolean isBetween(String value, BigDecimal least, BigDecimal most) {
        BigDecimal number = Numbers.parse(value.replace(',', '.'), '.');
        return number != null && number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    /** True when the column is called as columns of times are. */
    static boolean isNamedForTimes(ExportColumn column) {
        return TIME.matcher(column.words()).matches();
    }

    /** The first format; empty for ISO-8601 alone. */
    String format() {
        return formats.isEmpty() ? "" : formats.get(0);
    }

    /** The keys {@code format} and {@code language} of the rule file, as inside of braces; empty where none is needed. */
    String keys() {
        if (formats.isEmpty()) {
            return "";
        }
        return "format: " + list() + (language.equals(ENGLISH) ? "" : ", language: " + language);
    }

    /** The value for the column in {@code dates}; empty where none is needed. */
    String entry() {
        return formats.isEmpty() ? "" : language.equals(ENGLISH) ? list() : "{" + keys() + "}";
    }

    private String list() {
        return formats.size() == 1
                ? TableText.scalar(formats.get(0))
                : formats.stream().map(TableText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }
}
