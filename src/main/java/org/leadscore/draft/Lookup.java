package org.leadscore.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.rules.rewrite.TableText;

/**
 * A table beside the contact list that tells more about the contacts: their companies, or what another tool knows of them.
 * Found by {@link ExportLayout} by what the two files share, and written as an entry of {@code lookups}.
 *
 * @param name stands before the names of its columns
 * @param key the column of the table by which a row is found
 * @param by the column of the contact list that has the key
 * @param isDomain whether the key is the domain of what {@code by} has
 * @param found number of contacts that were looked at and have a row
 * @param unused number of rows that were looked at and are about no contact
 */
record Lookup(String name, Export export, ExportColumn key, ExportColumn by, boolean isDomain, int found, int unused) {

    private static final Pattern DOMAIN = Pattern.compile(
            "(?iu)(?:https?://)?(?:www\\.)?[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*\\.\\p{L}{2,}(?:/.*)?");

    /** Whole names of columns with the name of a company, by which two files may be joined too. */
    private static final List<String> COMPANIES = List.of(
            "company",
            "company name",
            "account name",
            "account",
            "organization",
            "organization name",
            "organisation",
            "company account",
            "associated company",
            "name",
            "firma",
            "unternehmen",
            "empresa",
            "société",
            "entreprise",
            "azienda",
            "bedrijf");

    private static final Pattern OF_COMPANIES = StateWords.word(
            "company|account|organi[sz]ation|org|firm|firma|unternehmen|empresa|société|entreprise|azienda|bedrijf|domain");

    private static final Pattern OF_PEOPLE =
            StateWords.word("contact|lead|person|user|customer|member|subscriber|client|profile|prospect");

    private static final Set<String> PLAIN = Set.of("id", "record id", "nr", "no", "number", "key", "identifier");

    /** Words that lookups must not be called. */
    private static final Set<String> RESERVED = Set.of("column", "score", "interest", "account", "time");

    private static final int SHORT = 6;
    private static final double FEWEST_OF_NUMBERS = 0.5;

    /** The name of the table for a rule file: of a file {@code crm-companies.csv} it is {@code company}. */
    static String nameOf(Export export, Set<String> taken) {
        String base = Roles.isOfCompanies(export) ? "company" : Roles.nameOf(export.path());
        String plain = base.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
        String name = plain.isEmpty() || RESERVED.contains(plain.toLowerCase(Locale.ROOT)) ? "other" : plain;
        String free = name;
        for (int number = 2; taken.contains(Text.fold(free)); number++) {
            free = name + number;
        }
        return free;
    }

    /** True when two rows that were looked at have one key. */
    boolean hasTwins() {
        return key.distinct() < key.values().size();
    }

    /** The table with the columns' names as conditions on contacts have them. */
    Export named() {
        return export.within(name);
    }

    /** The join by which most contacts find a row; empty when none does. */
    static Optional<Lookup> best(Export contacts, Export other, Set<String> taken) {
        if (contacts.equals(other)) {
            return Optional.empty();
        }
        String name = nameOf(other, taken);
        List<Lookup> found = new ArrayList<>();
        for (ExportColumn key : keys(other)) {
            if (!key.isUnique()) {
                continue;
            }
            for (ExportColumn by : keys(contacts)) {
                of(name, other, key, by, false).ifPresent(found::add);
                of(name, other, key, by, true).ifPresent(found::add);
            }
        }
        return found.stream()
                .max(Comparator.comparingInt(Lookup::found)
                        .thenComparing(lookup -> lookup.key.isMail() && lookup.by.isMail())
                        .thenComparing(lookup -> !lookup.key.isCalled(COMPANIES))
                        .thenComparing(lookup -> !lookup.isDomain));
    }

    private static List<ExportColumn> keys(Export export) {
        List<ExportColumn> keys = new ArrayList<>(export.keys());
        export.columns().stream()
                .filter(column -> !keys.contains(column)
                        && !column.values().isEmpty()
                        && (column.isCalled(COMPANIES)
                                || column.holds(value -> DOMAIN.matcher(value).matches())))
                .forEach(keys::add);
        return keys;
    }

    private static Optional<Lookup> of(String name, Export other, ExportColumn key, ExportColumn by, boolean isDomain) {
        boolean isPlainDomain = key.holds(value -> DOMAIN.matcher(value).matches());
        boolean hasDomain =
                by.isMail() || by.holds(value -> DOMAIN.matcher(value).matches());
        if (isDomain && !(isPlainDomain && hasDomain)) {
            return Optional.empty();
        }
        if (!isDomain && (key.isMail() != by.isMail() || areNames(key) != areNames(by))) {
            return Optional.empty();
        }
        UnaryOperator<String> fold = isDomain ? Lookup::domain : Text::fold;
        Set<String> known = key.values().stream().map(fold).collect(Collectors.toCollection(HashSet::new));
        known.remove("");
        int found = (int) by.values().stream().map(fold).filter(known::contains).count();
        known.retainAll(by.values().stream().map(fold).collect(Collectors.toSet()));
        boolean areShort = !isDomain && key.holds(Lookup::isShortNumber);
        boolean isEnough = found > 0
                && (!areShort || found >= by.values().size() * FEWEST_OF_NUMBERS && areRelated(key, by, other));
        if (!isEnough) {
            return Optional.empty();
        }
        int unused = (int) key.values().stream()
                .map(fold)
                .filter(value -> !known.contains(value))
                .count();
        return Optional.of(new Lookup(name, other, key, by, isDomain, found, unused));
    }

    private static boolean areNames(ExportColumn column) {
        return column.isCalled(COMPANIES);
    }

    /** True when the names of two columns of short numbers say that they are ids of the same things. */
    private static boolean areRelated(ExportColumn key, ExportColumn by, Export other) {
        boolean isOfCompanies = Roles.isOfCompanies(other);
        Pattern kind = isOfCompanies ? OF_COMPANIES : OF_PEOPLE;
        boolean isKey = PLAIN.contains(key.words()) || kind.matcher(key.words()).find();
        boolean isBy = kind.matcher(by.words()).find() || !isOfCompanies && PLAIN.contains(by.words());
        return isKey && isBy;
    }

    private static boolean isShortNumber(String value) {
        return value.length() < SHORT && value.chars().allMatch(Character::isDigit);
    }

    /** The domain of an address or a URL, as lookups compare it; empty where there is none. */
    private static String domain(String value) {
        String folded = value.strip().toLowerCase(Locale.ROOT);
        String host = folded.substring(folded.lastIndexOf('@') + 1)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[/:?#].*$", "");
        String bare = host.startsWith("www.") ? host.substring(4) : host;
        return bare.indexOf('.') > 0 ? bare : "";
    }

    /** The lines of a lookup for files of which no value was seen in both, as far as the names of columns tell them; null where they do not. */
    static @Nullable String proposed(Export contacts, Export other) {
        ExportColumn key = keys(other).stream()
                .filter(ExportColumn::isUnique)
                .findFirst()
                .orElse(other.columns().isEmpty() ? null : other.columns().get(0));
        ExportColumn by = contacts.leads().isEmpty() ? null : contacts.leads().get(0);
        if (key == null || by == null) {
            return null;
        }
        boolean isDomain =
                by.isMail() && key.holds(value -> DOMAIN.matcher(value).matches());
        String from = TableText.scalar(by.name());
        return "lookups: [{name: " + nameOf(other, Set.of()) + ", path: "
                + TableText.scalar(other.path()) + ", key: "
                + TableText.scalar(key.name()) + ", by: "
                + (isDomain ? "{domain: " + from + "}" : from) + "}]";
    }
}
