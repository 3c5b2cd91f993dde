package org.leadscore.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.table.Preview;
import org.leadscore.lead.Text;

/**
 * A file with the purposes that its columns seem to have.
 *
 * @param path as the rule file is to name it
 * @param columns those that have a name of their own
 * @param times columns that hold times, the likeliest to say when something happened first
 * @param leads columns that may name leads, the likeliest first
 * @param event the column that names events; null without one
 * @param nothing texts in its cells that stand for no value
 * @param numbers the forms of its numbers
 */
record Export(
        Preview sample,
        String path,
        List<ExportColumn> columns,
        List<Timed> times,
        List<ExportColumn> leads,
        @Nullable ExportColumn event,
        List<String> nothing,
        NumberGuess numbers) {

    /** A column of times. */
    record Timed(ExportColumn column, TimeGuess guess) {}

    /** Words in names of columns that hold people who work with the leads, and are no leads. */
    private static final List<String> NOT_LEADS = List.of(
            "owner",
            "user email",
            "guest",
            "host",
            "sender",
            "sent by",
            "organizer",
            "sales rep",
            "rep",
            "salesperson",
            "account executive",
            "account manager",
            "agent",
            "assigned to",
            "assigned",
            "assignee",
            "created by",
            "updated by",
            "modified by",
            "referrer",
            "referred by",
            "propietario",
            "vendedor",
            "commercial",
            "besitzer",
            "verantwortlich",
            "proprietario",
            "eigenaar");

    /** Whole names of columns that hold the sender of a mail; {@code email_from} holds who wrote to us. */
    private static final List<String> SENDERS = List.of("from", "from email", "from address", "reply to");

    private static final List<String> IDS = List.of(
            "lead id",
            "contact id",
            "user id",
            "person id",
            "prospect id",
            "customer id",
            "record id",
            "distinct id",
            "subscriber id",
            "member id",
            "client id",
            "visitor id",
            "user pseudo id",
            "anonymous id",
            "device id",
            "profile id",
            "customer no",
            "customer number",
            "uid",
            "user",
            "lead",
            "contact",
            "person",
            "member",
            "subscriber",
            "customer",
            "client",
            "visitor",
            "kunden nr",
            "kundennummer",
            "cliente id",
            "id cliente",
            "id contacto");

    /** Names of columns that hold who looked at a page before it is known who that is. */
    private static final List<String> VISITORS = List.of(
            "visitor id",
            "visitor",
            "anonymous id",
            "user pseudo id",
            "client id",
            "cid",
            "cookie id",
            "cookie",
            "device id",
            "device",
            "browser id",
            "fingerprint",
            "pseudo id",
            "guest id",
            "hubspotutk",
            "hutk",
            "munchkin cookie",
            "mkto trk",
            "ga client id",
            "amplitude id",
            "besucher id",
            "id visitante",
            "id visiteur",
            "session id",
            "session",
            "visit id");

    /** Names of columns by which lists of companies, and lists without ids and addresses, tell their rows apart. */
    private static final List<String> NAMES = List.of(
            "id",
            "company id",
            "account id",
            "organization id",
            "company domain",
            "company domain name",
            "domain",
            "website",
            "company",
            "company name",
            "account name",
            "organization",
            "firma",
            "empresa",
            "full name",
            "name");

    private static final List<String> EVENTS = List.of(
            "event",
            "event name",
            "event type name",
            "event type",
            "activity",
            "activity type",
            "activity name",
            "type name",
            "action",
            "action name",
            "activity type id",
            "event type id",
            "type d activité",
            "type d événement",
            "type d évènement",
            "activité",
            "tipo de evento",
            "tipo de actividad",
            "actividad",
            "tipo di evento",
            "tipo di attività",
            "attività",
            "azione",
            "aktivitätstyp",
            "ereignistyp",
            "activiteit",
            "ereignis",
            "aktion",
            "vorgang",
            "aktivität",
            "evento",
            "acción",
            "accion",
            "événement",
            "gebeurtenis");

    /** Values that name what a lead did, whatever the column is called. */
    private static final Pattern DEEDS = Pattern.compile(
            "(?i)\\$?(?:e?mail|page|form|link|video|web|newsletter|campaign)?[ _.:-]?(?:open(?:ed|s)?|click(?:ed|s)?|page ?views?|pageviews?|views?|visit(?:ed|s)?|"
                    + "sign[ _-]?ups?|signed[ _-]up|log[ _-]?ins?|logged[ _-]in|download(?:ed|s)?|submit(?:ted|s)?|submission|purchased?|add[ _]to[ _]cart|checkout|sent|delivered|"
                    + "bounced?|replied|attended|registered|demo[ _]request(?:ed)?|webinar"
                    + "|ouvertures?|ouvert|clics?|désinscription|geöffnet|öffnung|klick|geklickt|abgemeldet|abmeldung|seitenaufruf|apertura|abierto|baja|visita|visite|besuch|descarga|téléchargement"
                    + "|aperto|apertura|geopend|geklikt|formulario|formulaire|formular)");

    private static final List<String> TIMES = List.of(
            "timestamp",
            "event time",
            "event timestamp",
            "occurred at",
            "happened at",
            "activity date",
            "event date",
            "created at",
            "event created date time",
            "last action timestamp",
            "submit date",
            "submitted at",
            "opened at",
            "sent at",
            "join time",
            "first join",
            "when",
            "occurred on",
            "sent on",
            "submitted on",
            "created",
            "datetime",
            "date time",
            "time",
            "date",
            "start date",
            "zeitpunkt",
            "zeitstempel",
            "datum",
            "fecha y hora",
            "fecha",
            "date heure",
            "data ora",
            "data e hora",
            "data");

    /** Whole names of columns that say when something happened, and not since when somebody is known. */
    private static final List<String> TIMES_OF_EVENTS = List.of(
            "timestamp",
            "event time",
            "event timestamp",
            "occurred at",
            "happened at",
            "activity date",
            "event date",
            "opened at",
            "clicked at",
            "sent at",
            "visited at",
            "viewed at",
            "submitted at",
            "submit date",
            "join time",
            "first join",
            "joined at",
            "when",
            "datetime",
            "date time",
            "time",
            "zeitpunkt",
            "zeitstempel");

    /** Names of columns that describe people; they speak for a contact list. */
    private static final List<String> OF_PEOPLE = List.of(
            "name",
            "first name",
            "firstname",
            "last name",
            "lastname",
            "full name",
            "title",
            "job title",
            "company",
            "phone",
            "phone number",
            "industry",
            "country",
            "employees",
            "lifecycle stage",
            "lead status",
            "lead source",
            "original source",
            "sms",
            "city",
            "vorname",
            "nachname",
            "firma",
            "telefon",
            "nombre",
            "apellidos",
            "empresa",
            "teléfono",
            "prénom",
            "nom",
            "société",
            "cargo",
            "sector",
            "cognome",
            "nome",
            "azienda",
            "voornaam",
            "achternaam",
            "bedrijf");

    /** Names of columns that describe something that happened; they speak for a log. */
    private static final List<String> OF_EVENTS = List.of(
            "url",
            "page",
            "path",
            "duration",
            "session",
            "join time",
            "leave time",
            "attended",
            "campaign id",
            "message",
            "subject",
            "network id",
            "visit",
            "referrer",
            "user agent",
            "submit date",
            "submitted at",
            "response 1",
            "canceled",
            "cancelled",
            "cancellation reason",
            "no show",
            "answer");

    private static final int MOST_EVENTS = 300;

    Export {
        columns = List.copyOf(columns);
        times = List.copyOf(times);
        leads = List.copyOf(leads);
        nothing = List.copyOf(nothing);
    }

    /**
     * Guesses the purposes of the columns.
     *
     * @param dates the order of day and month, if the user gave it
     */
    static Export of(Preview sample, String path, Dates dates) {
        List<String> nothing = Blanks.of(sample);
        List<ExportColumn> columns = columns(sample, nothing);
        List<Timed> times = times(columns, dates);
        List<ExportColumn> others = columns.stream()
                .filter(column ->
                        times.stream().noneMatch(timed -> timed.column().equals(column)))
                .toList();
        return new Export(
                sample,
                path,
                columns,
                inOrder(times, sample.rows().size()),
                leads(others),
                event(others),
                nothing,
                NumberGuess.of(others));
    }

    String name() {
        return sample.name();
    }

    /** The same file as a lookup of that name. */
    Export within(String lookup) {
        ExportColumn named = event;
        return new Export(
                sample,
                path,
                columns.stream().map(column -> column.within(lookup)).toList(),
                times.stream()
                        .map(timed -> new Timed(timed.column().within(lookup), timed.guess()))
                        .toList(),
                leads.stream().map(column -> column.within(lookup)).toList(),
                named == null ? null : named.within(lookup),
                nothing,
                numbers);
    }

    /**
     * The words that speak for a log of events, when positive, or for a list of people, when negative. What stands in the
     * columns weighs more than their names: a lead that comes back, events that come back, leads that stand once each.
     */
    int worthAsLog() {
        long ofPeople = columns.stream()
                .filter(column -> column.isNamed(OF_PEOPLE) && !column.equals(event) && !isNamedForStaff(column))
                .count();
        long ofEvents =
                columns.stream().filter(column -> column.isNamed(OF_EVENTS)).count();
        int worth = Math.toIntExact(2 * Math.min(ofEvents, 4) - Math.min(ofPeople, 6));
        ExportColumn named = event;
        if (named != null) {
            boolean isNamed = EVENTS.contains(named.words());
            worth += isNamed ? named.isUnique() && named.values().size() > 2 ? 1 : 5 : 3;
        }
        if (repeats()) {
            worth += 4;
        } else if (isOncePerLead()) {
            worth -= 3;
        }
        boolean isOfEvents = times.stream().anyMatch(timed -> timed.column().isCalled(TIMES_OF_EVENTS));
        return worth + (isOfEvents ? 3 : times.isEmpty() ? -1 : 0);
    }

    /**
     * True when the file seems to be a log of events, false when a list of people. A file without times that are known is a
     * log only when its leads come back, or a column is called for its events.
     */
    boolean isLog() {
        ExportColumn named = event;
        boolean isNamed = named != null && EVENTS.contains(named.words());
        boolean hasPeople = !leads.isEmpty() && leads.get(0).isMail();
        boolean mayBeLearned = named == null && !repeats() || times.isEmpty() && !isNamed && !hasPeople;
        boolean isLearned = mayBeLearned && OutcomeColumn.of(this).isPresent();
        return !isLearned && worthAsLog() > 0 && (!times.isEmpty() || repeats() || isNamed && !isOncePerLead());
    }

    /** True when a lead stands in several rows. */
    boolean repeats() {
        return !leads.isEmpty() && !leads.get(0).isUnique();
    }

    /** True when each lead stands in one row, as far as the rows that were looked at show it. */
    boolean isOncePerLead() {
        return !leads.isEmpty()
                && leads.get(0).isUnique()
                && leads.get(0).values().size() > 1;
    }

    /** The column whose name fits the phrases best; empty when none fits. */
    Optional<ExportColumn> named(List<String> phrases) {
        return columns.stream()
                .filter(column -> column.isNamed(phrases))
                .min(Comparator.comparingInt(column -> column.rank(phrases)));
    }

    /** True when at least nine in ten values look like e-mail addresses. */
    static boolean isMail(ExportColumn column) {
        return column.isMail();
    }

    /** True when the column is called for visitors who may not have said who they are. */
    static boolean isVisitor(ExportColumn column) {
        return column.isCalled(VISITORS);
    }

    /** The column by which visitors are told apart who have not said who they are; empty without one. */
    Optional<ExportColumn> visitor() {
        return columns.stream()
                .filter(column -> column.isCalled(VISITORS) && !column.values().isEmpty() && column.isOfWords())
                .min(Comparator.comparingInt(column -> column.rank(VISITORS)));
    }

    /** Columns by whose values rows of this file and of another may be joined: words, neither times nor decimals. */
    List<ExportColumn> keys() {
        List<ExportColumn> keys = new ArrayList<>(leads);
        columns.stream()
                .filter(column -> !keys.contains(column)
                        && !column.values().isEmpty()
                        && !isNamedForStaff(column)
                        && column.isOfWords()
                        && times.stream().noneMatch(timed -> timed.column().equals(column))
                        && (isIdByName(column) || column.holds(Export::isIdByLook) || isCodeLike(column)))
                .forEach(keys::add);
        return keys;
    }

    private static boolean isIdByName(ExportColumn column) {
        return column.words()
                .matches("(?:.* )?(?:id|uid|uuid|guid|key|no|nr|number|ref|code|external|reference)(?: .*)?");
    }

    /** True for words that are no names of people, places or companies, and tell things apart: most have a figure in them. */
    private static boolean isCodeLike(ExportColumn column) {
        return !column.isNamed(OF_PEOPLE)
                && !column.isNamed(OF_EVENTS)
                && column.holds(
                        value -> value.length() >= 4 && value.codePoints().anyMatch(Character::isLetter))
                && column.values().stream()
                                        .filter(value -> value.codePoints().anyMatch(Character::isDigit))
                                        .count()
                                * 2
                        > column.values().size();
    }

    /** True for a value that nobody would write but to tell things apart: letters and digits, eight characters or more. */
    private static boolean isIdByLook(String value) {
        boolean hasLetter = value.codePoints().anyMatch(Character::isLetter);
        long digits = value.codePoints().filter(Character::isDigit).count();
        return value.indexOf('@') > 0 || digits >= 2 && (hasLetter || value.length() >= 6) && value.length() >= 4;
    }

    /** The value of a column in each row that was looked at, blank where there is none. */
    List<String> cells(ExportColumn column) {
        int at = sample.header().indexOf(column.name());
        return sample.rows().stream().map(row -> Text.fold(row.get(at))).toList();
    }

    private static List<ExportColumn> columns(Preview sample, List<String> nothing) {
        List<ExportColumn> columns = new ArrayList<>();
        Map<String, Integer> columnsOfName = new HashMap<>();
        List<String> folded = nothing.stream().map(Text::fold).toList();
        sample.header().forEach(name -> columnsOfName.merge(name, 1, Integer::sum));
        for (int i = 0; i < sample.header().size(); i++) {
            String name = sample.header().get(i);
            int at = i;
            if (!name.isEmpty() && columnsOfName.getOrDefault(name, 0) == 1) {
                List<String> values = sample.rows().stream()
                        .map(row -> row.get(at))
                        .filter(value -> value.codePoints().anyMatch(Character::isLetterOrDigit))
                        .filter(value -> folded.isEmpty() || !folded.contains(Text.fold(value)))
                        .toList();
                columns.add(ExportColumn.of(name, sample.places().get(i), values));
            }
        }
        return columns;
    }

    private static boolean isNamedForStaff(ExportColumn column) {
        return column.isNamed(NOT_LEADS) || column.isCalled(SENDERS);
    }

    /**
     * Columns that may name leads. Of several columns of addresses the one comes first that has most different ones, as
     * those who work with the leads are few and come back; less than twice as many make no difference.
     */
    private static List<ExportColumn> leads(List<ExportColumn> columns) {
        List<ExportColumn> mails = columns.stream()
                .filter(column -> column.isMail() && !isNamedForStaff(column))
                .toList();
        int most = mails.stream().mapToInt(ExportColumn::distinct).max().orElse(0);
        List<ExportColumn> leads = new ArrayList<>();
        mails.stream()
                .sorted(Comparator.<ExportColumn, Boolean>comparing(column -> column.distinct() * 2 <= most)
                        .thenComparing(
                                column -> !column.words().replace(" ", "").equals("email"))
                        .thenComparing(column -> column.values().size(), Comparator.reverseOrder()))
                .forEach(leads::add);
        columns.stream()
                .filter(column -> isPerson(column)
                        && !leads.contains(column)
                        && !column.values().isEmpty())
                .sorted(Comparator.comparingInt(column -> column.rank(IDS)))
                .forEach(leads::add);
        if (leads.isEmpty()) {
            columns.stream()
                    .filter(column -> column.isCalled(NAMES) && column.isUnique())
                    .min(Comparator.comparingInt(column -> column.rank(NAMES)))
                    .or(() -> columns.stream()
                            .filter(column -> column.words().endsWith(" id")
                                    && column.isUnique()
                                    && column.isOfWords()
                                    && column.holds(value -> value.length() >= 4)
                                    && !isNamedForStaff(column))
                            .findFirst())
                    .ifPresent(leads::add);
        }
        return leads;
    }

    private static boolean isPerson(ExportColumn column) {
        return (column.words().contains("id") ? column.isNamed(IDS) : column.isCalled(IDS))
                && column.isOfWords()
                && !isNamedForStaff(column);
    }

    /**
     * The columns of times, the likeliest first. The order of day and month that one column shows is taken for the
     * whole file.
     */
    private static List<Timed> times(List<ExportColumn> columns, Dates dates) {
        List<Timed> times = timed(columns, dates);
        Dates told = dates != Dates.UNKNOWN
                ? dates
                : times.stream()
                        .map(timed -> timed.guess().order())
                        .filter(order -> order != Dates.UNKNOWN)
                        .findFirst()
                        .orElse(dates);
        return told == dates ? times : timed(columns, told);
    }

    private static List<Timed> timed(List<ExportColumn> columns, Dates dates) {
        List<Timed> times = new ArrayList<>();
        columns.stream()
                .sorted(Comparator.comparingInt(column -> column.rank(TIMES)))
                .forEach(column -> TimeGuess.of(column, dates).ifPresent(guess -> times.add(new Timed(column, guess))));
        return times;
    }

    /** Columns that are filled go before those that are not, as a row without its time is no event. */
    private static List<Timed> inOrder(List<Timed> times, int rows) {
        List<Timed> sorted = new ArrayList<>(times);
        sorted.sort(Comparator.comparing(timed -> timed.column().values().size() * 10 < rows * 9));
        return sorted;
    }

    private static @Nullable ExportColumn event(List<ExportColumn> columns) {
        Optional<ExportColumn> named = columns.stream()
                .filter(column -> EVENTS.contains(column.words()))
                .filter(column -> !column.values().isEmpty() && column.counts().size() <= MOST_EVENTS)
                .min(Comparator.comparingInt(column -> column.rank(EVENTS)));
        return named.orElseGet(() -> columns.stream()
                .filter(column -> column.values().size() > 2
                        && column.values().stream()
                                                .filter(value ->
                                                        DEEDS.matcher(value).matches())
                                                .count()
                                        * 2
                                >= column.values().size()
                        && column.counts().size() <= MOST_EVENTS)
                .findFirst()
                .orElse(null));
    }
}
