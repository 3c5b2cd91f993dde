package org.leadscore.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.read.ConditionWord;
import org.leadscore.rules.rewrite.TableText;

/** Proposes explicit rules, about who a lead is, from the columns of a contact list. */
final class ExplicitProposals {

    private static final List<String> TITLE = List.of(
            "job title",
            "title",
            "role",
            "position",
            "function",
            "cargo",
            "puesto",
            "puesto de trabajo",
            "fonction",
            "poste",
            "funktion",
            "stellenbezeichnung",
            "beruf",
            "ruolo",
            "qualifica",
            "functie");
    private static final List<String> INDUSTRY = List.of(
            "industry",
            "sector",
            "branch",
            "branche",
            "sector name",
            "industria",
            "secteur",
            "secteur d activité",
            "settore",
            "setor",
            "industrie",
            "sectoren");
    private static final List<String> SIZE =
            List.of("employees", "number of employees", "company size", "employee count", "headcount", "team size");
    private static final List<String> COUNTRY = List.of(
            "country",
            "country code",
            "country region",
            "pais",
            "país",
            "país región",
            "pays",
            "pays région",
            "land",
            "land region",
            "paese");
    private static final List<String> COMPANY = List.of(
            "company",
            "company name",
            "account name",
            "company account",
            "organization",
            "organisation",
            "account",
            "firma",
            "firmenname",
            "unternehmen",
            "unternehmensname",
            "empresa",
            "nombre de la empresa",
            "société",
            "entreprise",
            "azienda",
            "bedrijf",
            "bedrijfsnaam");
    private static final List<String> FIRST_NAME = List.of(
            "first name",
            "firstname",
            "given name",
            "full name",
            "name",
            "vorname",
            "nombre",
            "prénom",
            "nome",
            "voornaam");
    private static final List<String> LAST_NAME = List.of(
            "last name",
            "lastname",
            "surname",
            "family name",
            "nachname",
            "apellidos",
            "apellido",
            "nom",
            "nom de famille",
            "cognome",
            "sobrenome",
            "achternaam");
    private static final List<String> PHONE = List.of(
            "phone number",
            "phone",
            "mobile phone",
            "mobile",
            "telephone",
            "sms",
            "telefon",
            "telefonnummer",
            "número de teléfono",
            "teléfono",
            "téléphone",
            "numéro de téléphone",
            "telefono",
            "telefoon");
    private static final List<String> SOURCE = List.of(
            "original source",
            "lead source",
            "source",
            "platform",
            "traffic source",
            "utm source",
            "fuente original",
            "fuente",
            "origen",
            "quelle",
            "leadquelle",
            "herkunft",
            "source d origine",
            "origine",
            "fonte",
            "bron",
            "campaign name");
    private static final List<String> SINCE = List.of(
            "created at",
            "create date",
            "created time",
            "created date",
            "created",
            "added time",
            "date added",
            "optin time",
            "submitted",
            "submitted at",
            "submission date",
            "submission time",
            "date submitted",
            "completion time",
            "marca temporal",
            "horodateur",
            "zeitstempel",
            "created on",
            "date created",
            "creation date",
            "registration date",
            "registered at",
            "registered on",
            "subscribed at",
            "subscribed on",
            "subscription date",
            "date subscribed",
            "join date",
            "joined at",
            "joined on",
            "sign up date",
            "profile created date",
            "erstellt am",
            "angelegt am",
            "erstelldatum",
            "fecha de creación",
            "date de création",
            "data di creazione",
            "data de criação",
            "aangemaakt op",
            "signup date",
            "signed up at",
            "registration time");
    private static final List<String> LIFECYCLE = List.of(
            "lifecycle stage",
            "lead status",
            "status",
            "stage",
            "etapa del ciclo de vida",
            "estado del lead",
            "phase de cycle de vie",
            "statut du lead",
            "lebenszyklusphase",
            "leadstatus",
            "lead-status");

    private static final Set<String> CUSTOMER = Set.of("customer", "cliente", "kunde", "klant", "existing customer");

    private static final String DECIDES =
            "(?i)\\b(ceo|cto|cmo|cfo|coo|cio|chief|founder|owner|president|vp|director|head"
                    + "|directora|gerente|jef[ea]|presidenta|gesch\u00e4ftsf\u00fchrer(in)?|inhaber(in)?|leiter(in)?|vorstand|directeur|directrice|g\u00e9rant|pdg|direttore|titolare|eigenaar)\\b";

    /** Words for columns that usually tell of a lead. */
    static final List<String> USUAL = List.of("job title", "company", "employees", "country", "source");

    private static final int MOST_VALUES = 6;
    private static final int MOST_COUNTRIES = 3;
    private static final int FEWEST_FILLED = 3;
    private static final int MOST_LOOKED_UP = 3;
    private static final int MOST_STATES = 30;

    private final Export export;
    private final ExportColumn lead;
    /** The column that says who became a customer; null without one. */
    private final @Nullable OutcomeColumn outcome;
    /** The rules that learn from it; null where they cannot. */
    private final @Nullable LearnProposals learning;
    /** The rules about numbers and times. */
    private final AmountProposals amounts;

    ExplicitProposals(Export export, ExportColumn lead) {
        this(export, lead, OutcomeColumn.of(export).orElse(null), false);
    }

    /** The rules about the columns of a lookup, which {@code calibrate} learns where it learns those of the contacts. */
    static ExplicitProposals of(Lookup lookup, boolean isLearned) {
        return new ExplicitProposals(lookup.named(), lookup.key().within(lookup.name()), null, isLearned);
    }

    private ExplicitProposals(
            Export export, ExportColumn lead, @Nullable OutcomeColumn outcome, boolean isLearnedWithOthers) {
        this.export = export;
        this.lead = lead;
        this.outcome = outcome;
        Set<ExportColumn> taken = new HashSet<>();
        taken.add(lead);
        if (outcome != null) {
            taken.add(outcome.column());
        }
        since().ifPresent(timed -> taken.add(timed.column()));
        LearnProposals all = new LearnProposals(export, taken);
        boolean canBeLearned = isLearnedWithOthers || outcome != null && outcome.canBeLearned();
        this.learning = canBeLearned && !all.rules().isEmpty() ? all : null;
        this.amounts = new AmountProposals(export, taken);
    }

    /** The column that says who became a customer. */
    Optional<OutcomeColumn> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** True when every column has a rule that calibrate learns. */
    boolean isLearned() {
        return learning != null;
    }

    /** Names of columns that are not learned, where the others are. */
    List<String> notLearned() {
        return learning == null ? List.of() : learning.passedOver();
    }

    /** Columns that have to be made for the rules, by name, each as the rule file says how. */
    Map<String, String> made() {
        return learning == null ? amounts.made() : Map.of();
    }

    /** Columns of times, besides that of {@link #since}, that rules look at. */
    List<Export.Timed> times() {
        return learning == null ? amounts.times() : List.of();
    }

    /** The rules that the columns allow, in the order of the rule file. */
    List<Proposal> rules() {
        LearnProposals learned = learning;
        if (learned != null) {
            return learned.rules();
        }
        List<Proposal> rules = new ArrayList<>(traits());
        rules.addAll(ofPeople());
        return rules;
    }

    /** The rules about what a lookup tells; of a table of words alone, about the most frequent of them. */
    List<Proposal> ofLookup() {
        LearnProposals learned = learning;
        if (learned != null) {
            return learned.rules();
        }
        List<Proposal> rules = new ArrayList<>(traits());
        String asked = rules.stream().flatMap(rule -> rule.body().stream()).collect(Collectors.joining("\n", "", "\n"));
        export.columns().stream()
                .filter(column -> !column.equals(lead)
                        && !asked.contains("field: " + key(column) + "\n")
                        && !asked.contains("{" + key(column) + ":")
                        && column.counts().size() <= MOST_VALUES
                        && column.counts().size() < column.values().size()
                        && column.values().stream()
                                .allMatch(value -> value.codePoints().anyMatch(Character::isLetter))
                        && !column.isNamed(FIRST_NAME)
                        && !column.isNamed(LAST_NAME)
                        && export.times().stream()
                                .noneMatch(timed -> timed.column().equals(column))
                        && !Consent.isOne(export, column)
                        && !column.isMail())
                .limit(MOST_LOOKED_UP)
                .forEach(column -> rules.add(table(column, column.name())));
        return rules;
    }

    /** Entries for those who must not be written to, by what a lookup tells. */
    List<String> consents() {
        return Consent.disqualifiers(export);
    }

    private List<Proposal> traits() {
        List<Proposal> rules = new ArrayList<>();
        title().ifPresent(rules::add);
        rules.addAll(amounts.sizes());
        if (amounts.sizes().isEmpty()) {
            values(SIZE, "Company size").ifPresent(rules::add);
        }
        values(INDUSTRY, "Industry").ifPresent(rules::add);
        country().ifPresent(rules::add);
        values(SOURCE, "How they came").ifPresent(rules::add);
        rules.addAll(amounts.counters());
        rules.addAll(amounts.recent());
        rules.addAll(states());
        return rules;
    }

    /** Rules about what a flag says that the lead did, and about a state that others do not have any more. */
    private List<Proposal> states() {
        Set<ExportColumn> taken = new HashSet<>(amounts.taken());
        export.columns().stream()
                .filter(column -> Consent.isOne(export, column))
                .forEach(taken::add);
        RowStates states = RowStates.of(export, taken);
        List<Proposal> rules = new ArrayList<>();
        states.deeds().stream()
                .filter(deed -> deed.rows() > 0 && deed.rows() < rows())
                .forEach(deed -> rules.add(new Proposal(
                        deed.name(),
                        String.format(Locale.ROOT, "%,d of the %,d rows looked at", deed.rows(), rows()),
                        List.of("when: {" + deed.clause().text() + "}", "points: 10"),
                        10)));
        states.undone()
                .forEach(clause -> rules.add(new Proposal(
                        RowStates.standing(clause),
                        "every state but those of what was taken back",
                        List.of(
                                "when: {" + clause.key() + ": {present: true}, not: {" + clause.text() + "}}",
                                "points: 5"),
                        5)));
        return rules;
    }

    private List<Proposal> ofPeople() {
        return Stream.of(
                        fresh(),
                        complete(),
                        mail(
                                "Personal mailbox",
                                "free-mail",
                                -10,
                                "addresses that anybody can open; leave this out if you sell to private people"),
                        mail("Throw-away mailbox", "disposable-mail", -30, "addresses that end after a few minutes"),
                        mashing())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Lines of the rule file for leads who are not to be called, an entry each, without indentation. */
    List<String> disqualifiers() {
        List<String> lines = new ArrayList<>(Consent.disqualifiers(export));
        export.named(LIFECYCLE)
                .filter(column -> outcome == null || learning == null || !column.equals(outcome.column()))
                .ifPresent(column -> column.counts().keySet().stream()
                        .filter(value -> CUSTOMER.contains(StateWords.plain(value)))
                        .findFirst()
                        .ifPresent(value -> lines.add("- {name: Customer already, when: {" + key(column) + ": "
                                + TableText.scalar(value) + "}}")));
        export.columns().stream()
                .filter(column -> column.isCalled(LIFECYCLE)
                        && (outcome == null || !column.equals(outcome.column()))
                        && column.counts().size() <= MOST_STATES)
                .forEach(column -> {
                    List<String> none = column.counts().keySet().stream()
                            .filter(StateWords::isNoLead)
                            .map(TableText::scalar)
                            .toList();
                    if (!none.isEmpty()) {
                        lines.add("- {name: "
                                + TableText.scalar("No lead by " + column.name().replace(';', ',')) + ", when: {"
                                + key(column) + ": [" + String.join(", ", none) + "]}}");
                    }
                });
        return lines;
    }

    /** Columns that help whoever calls the lead, in the order of the report. */
    List<ExportColumn> reported() {
        return Stream.of(FIRST_NAME, LAST_NAME, COMPANY, TITLE, COUNTRY, PHONE)
                .map(export::named)
                .flatMap(Optional::stream)
                .distinct()
                .filter(column -> !column.equals(lead) && !isId(column))
                .toList();
    }

    /** Lists what of {@link #USUAL} the columns do not tell, in words. */
    List<String> lacking() {
        List<List<String>> phrases = List.of(TITLE, COMPANY, SIZE, COUNTRY, SOURCE);
        List<String> lacking = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            boolean isThere = export.named(phrases.get(i))
                    .filter(column -> !column.values().isEmpty() && !isId(column))
                    .isPresent();
            if (!isThere) {
                lacking.add(USUAL.get(i));
            }
        }
        return lacking;
    }

    /** The column of a company's name. */
    Optional<ExportColumn> company() {
        return export.named(COMPANY).filter(column -> !isId(column));
    }

    private static boolean isId(ExportColumn column) {
        return column.words().endsWith(" id");
    }

    /** The column of the time at which a lead became known, if its format is certain. */
    Optional<Export.Timed> since() {
        return export.times().stream()
                .filter(timed -> timed.column().isNamed(SINCE) && !timed.guess().isAmbiguous())
                .findFirst();
    }

    /** Columns of times that can be read with the day or the month first. */
    List<Export.Timed> ambiguous() {
        return export.times().stream()
                .filter(timed -> timed.guess().isAmbiguous())
                .toList();
    }

    /** The column of job titles; empty when nobody has one. */
    Optional<ExportColumn> titles() {
        return export.named(TITLE).filter(column -> !column.values().isEmpty() && !column.equals(lead));
    }

    private Optional<Proposal> title() {
        return titles().map(column -> {
            Pattern decides = Pattern.compile(DECIDES, Pattern.UNICODE_CHARACTER_CLASS);
            long found = column.values().stream()
                    .filter(value -> decides.matcher(value).find())
                    .count();
            return new Proposal(
                    "Decision maker",
                    String.format(Locale.ROOT, "%,d of %,d rows", found, rows())
                            + "; add the words of your languages between the bars",
                    List.of("when: {" + key(column) + ": {matches: '" + DECIDES + "'}}", "points: 20"),
                    20);
        });
    }

    private Optional<Proposal> values(List<String> phrases, String name) {
        return export.named(phrases)
                .filter(column -> !column.values().isEmpty())
                .flatMap(column -> {
                    if (column.counts().size() * 2 > column.values().size()
                            && column.values().size() > MOST_VALUES) {
                        return Optional.empty(); // free text
                    }
                    return Optional.of(table(column, name));
                });
    }

    private static Proposal table(ExportColumn column, String name) {
        String table = column.counts().keySet().stream()
                .limit(MOST_VALUES)
                .map(value -> TableText.scalar(value) + ": 5")
                .collect(Collectors.joining(", ", "{", "}"));
        return new Proposal(
                name,
                "the most frequent values, which weigh the same; give more to those that you look for, and less than 0 to others",
                List.of("field: " + key(column), "values: " + table, "otherwise: 0"),
                5);
    }

    private Optional<Proposal> country() {
        return export.named(COUNTRY)
                .filter(column -> !column.values().isEmpty())
                .map(column -> {
                    String countries = column.counts().keySet().stream()
                            .limit(MOST_COUNTRIES)
                            .map(TableText::scalar)
                            .collect(Collectors.joining(", ", "[", "]"));
                    return new Proposal(
                            "In our territory",
                            "the most frequent ones; write those that you sell to",
                            List.of("when: {" + key(column) + ": " + countries + "}", "points: 10"),
                            10);
                });
    }

    private Optional<Proposal> fresh() {
        return since().map(timed -> new Proposal(
                "New to us",
                "in the 60 days before the scoring",
                List.of("when: {" + key(timed.column()) + ": {after: 60d}}", "points: 5"),
                5));
    }

    private Optional<Proposal> complete() {
        List<ExportColumn> optional = Stream.of(PHONE, COMPANY, TITLE, INDUSTRY, SIZE, COUNTRY)
                .map(export::named)
                .flatMap(Optional::stream)
                .distinct()
                .filter(column -> !column.equals(lead) && !isId(column))
                .toList();
        if (optional.size() < FEWEST_FILLED) {
            return Optional.empty();
        }
        String names = optional.stream().map(ExplicitProposals::key).collect(Collectors.joining(", ", "[", "]"));
        return Optional.of(new Proposal(
                "Told us more than needed",
                "who fills in what need not be filled in means it; keep the fields that your forms leave open",
                List.of("when: {filled: {of: " + names + ", at-least: " + (optional.size() - 1) + "}}", "points: 5"),
                5));
    }

    private Optional<Proposal> mail(String name, String kind, int points, String comment) {
        return mailColumn()
                .map(column -> new Proposal(
                        name,
                        comment,
                        List.of("when: {" + key(column) + ": {kind: " + kind + "}}", "points: " + points),
                        0));
    }

    private Optional<ExportColumn> mailColumn() {
        return export.leads().stream().filter(Export::isMail).findFirst();
    }

    private Optional<Proposal> mashing() {
        List<String> tests = Stream.of(FIRST_NAME, LAST_NAME, COMPANY)
                .map(export::named)
                .flatMap(Optional::stream)
                .distinct()
                .map(column -> "{" + key(column) + ": {kind: gibberish}}")
                .toList();
        if (tests.isEmpty()) {
            return Optional.empty();
        }
        String when = tests.size() == 1 ? tests.get(0) : "{any: [" + String.join(", ", tests) + "]}";
        return Optional.of(new Proposal(
                "Keyboard mashing",
                "letters typed at random where a name belongs",
                List.of("when: " + when, "points: -30"),
                0));
    }

    private int rows() {
        return export.sample().rows().size();
    }

    /** The column's name as a key of a condition, quoted as YAML needs it. */
    static String key(ExportColumn column) {
        return key(column.field());
    }

    private static String key(String column) {
        return TableText.scalar(ConditionWord.keyOf(column));
    }
}
