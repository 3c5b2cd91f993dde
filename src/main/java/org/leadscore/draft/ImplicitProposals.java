package org.leadscore.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadscore.lead.Text;
import org.leadscore.rules.rewrite.TableText;
import org.leadscore.rules.rule.OwnMailing;

/** Proposes implicit rules, about what a lead does, from the names of a log's events and from addresses of pages. */
final class ImplicitProposals {

    private static final List<String> PAGE =
            List.of("url", "page url", "path", "page", "context page path", "page path");

    private static final Pattern LEAVES = StateWords.word("spam|" + StateWords.LEAVING_NAME.pattern());
    private static final Pattern ASKS = word(
            "demos?|trials?|quotes?|quotations?|offers?|contact|sign ?ups?|signed|register(?:ed)?|registrations?|meetings?|calls?|book(?:ed)?|bookings?|purchased?|purchases|checkouts?|orders?|pricing|goal|generate lead|requests?|requested|inquiry|enquiry|anfrage|anmeldung|registrierung|bestellung|kauf|termin|angebot|solicitud|registro|inscripción|compra|pedido|cita|reunión|presupuesto|demande|inscription|devis|achat|commande|rendez vous|acquisto|ordine|richiesta|iscrizione");
    private static final Pattern TAKES_PART = word(
            "downloads?|downloaded|webinars?|attendees?|forms?|submit(?:ted)?|submissions?|responses?|videos?|click(?:s|ed)?|share|retweet|follow|attend(?:ed)?|joined|participated|repl(?:y|ied|ies)|chats?|clics?|klicks?|geklickt|geklikt|téléchargement|descarga|formulario|formulaire|formular|respuesta|réponse|antwort|webinario|teilgenommen|asistió");
    private static final Pattern VISITS = word("view(?:ed)?|pageview|visit(?:ed)?|page|session");
    private static final Pattern VIEWS = word(
            "view(?:ed)?|open(?:ed|s)?|pageview|visit(?:ed)?|page|session|ouvertures?|ouvert|geöffnet|öffnung|apertura|abierto|abrió|aperto|geopend|besuch|visita|visite|bezoek|seitenaufruf");

    private static final Pattern PRICES = Pattern.compile("(?i)/(pricing|prices?|tarifs?|precios|preise|preturi)\\b");
    private static final Pattern JOBS = Pattern.compile("(?i)/(careers?|jobs?|empleo|emplois?|karriere|cariere)\\b");

    private static final int MOST_EVENTS = 10;
    private static final int ASKED = 25;
    private static final int TOOK_PART = 5;

    private final ExportLayout.Log log;
    /** True when there is no other log. */
    private final boolean isAlone;
    /** The number of rows of each event of this log, the most frequent first. */
    private final Map<String, Integer> events;
    /** The folded names of the other logs' events. */
    private final Set<String> elsewhere = new HashSet<>();
    /** True when another log has a column of the name of this log's column of pages. */
    private final boolean isPageElsewhere;
    /** Columns that say which rows count, and what was done in them. */
    private final RowStates states;
    /** Names of columns that other logs have. */
    private final Set<String> columnsElsewhere;

    /**
     * Counts the events of the log.
     *
     * @param logs all logs, this one included
     */
    ImplicitProposals(ExportLayout.Log log, List<ExportLayout.Log> logs) {
        this.log = log;
        isAlone = logs.size() == 1;
        events = events(log);
        states = RowStates.of(log);
        columnsElsewhere = logs.stream()
                .filter(other -> !other.name().equals(log.name()))
                .flatMap(other -> other.first().columns().stream())
                .map(ExportColumn::name)
                .collect(Collectors.toSet());
        logs.stream()
                .filter(other -> !other.name().equals(log.name()))
                .flatMap(other -> events(other).keySet().stream())
                .map(Text::fold)
                .forEach(elsewhere::add);
        isPageElsewhere = log.first()
                .named(PAGE)
                .filter(page -> logs.stream()
                        .filter(other -> !other.name().equals(log.name()))
                        .flatMap(other -> other.first().columns().stream())
                        .anyMatch(column -> column.name().equals(page.name())))
                .isPresent();
    }

    /** Columns that have to be made for the rules about a log, by name, each as the rule file says how. */
    static Map<String, String> made(ExportLayout.Log log) {
        return log.first().named(PAGE).isPresent()
                ? Map.of()
                : JsonPage.of(log)
                        .filter(page -> page.values().stream()
                                .anyMatch(value -> PRICES.matcher(value).find()
                                        || JOBS.matcher(value).find()))
                        .map(page -> Map.of(page.name(), page.made()))
                        .orElse(Map.of());
    }

    /** The number of rows of each event, over all files of a log, the most frequent first. */
    private static Map<String, Integer> events(ExportLayout.Log log) {
        ExportColumn named = log.first().event();
        if (named == null) {
            return Map.of(log.name(), log.rows());
        }
        return ExportColumn.of(named.name(), named.place(), log.values(named.name()))
                .counts();
    }

    /** Rules of small signals, which add up in the group of the log and fade with it. */
    List<Proposal> small() {
        List<Proposal> rules = new ArrayList<>();
        for (Signal signal : signals()) {
            if (!signal.asks()) {
                int points = matches(TAKES_PART, signal.event()) ? TOOK_PART : matches(VIEWS, signal.event()) ? 1 : 2;
                rules.add(new Proposal(
                        signal.name(),
                        signal.seen(),
                        points == TOOK_PART
                                ? List.of("did: " + signal.did(), "limit: 4", "points: " + points)
                                : List.of("did: " + signal.did(), "points: " + points),
                        points));
            }
        }
        view().ifPresent(event -> rules.add(new Proposal(
                "Came back" + (isAlone ? "" : ", " + log.name()),
                "once, when there were three visits; less than half an hour apart is one visit",
                List.of("did: " + did(event), "count: visits", "times: {at-least: 3, within: 60d}", "points: 10"),
                10)));
        page(PRICES)
                .ifPresent(part -> rules.add(new Proposal(
                        "Looked at prices" + ofPages(),
                        "how often decides: the first tier that holds",
                        List.of(
                                didSee(part),
                                "tiers:",
                                "  - {at-least: 3, within: 30d, points: 20}",
                                "  - {at-least: 1, within: 90d, points: 8}"),
                        20)));
        return rules;
    }

    /** Rules of large signals, each of which says by itself that somebody wants to be called, or does not. */
    List<Proposal> large() {
        List<Proposal> rules = new ArrayList<>();
        for (Signal signal : signals()) {
            if (signal.asks()) {
                rules.add(new Proposal(
                        signal.name(),
                        signal.seen(),
                        List.of("did: " + signal.did(), "limit: 1", "points: " + ASKED, "decay: {half-life: 90d}"),
                        ASKED));
            }
        }
        page(JOBS)
                .ifPresent(part -> rules.add(new Proposal(
                        "Looks for a job" + ofPages(),
                        "on the pages with your job offers",
                        List.of(didSee(part), "limit: 1", "points: -15"),
                        0)));
        return rules;
    }

    /**
     * Something that leads did, for a rule.
     *
     * @param event the words by which it is judged
     * @param asks whether it says by itself that somebody wants to be called
     */
    private record Signal(String name, String event, String seen, String did, boolean asks) {}

    /** The deeds of leads: those that the columns of a row tell, or else the events. */
    private List<Signal> signals() {
        if (!states.deeds().isEmpty()) {
            return states.deeds().stream()
                    .map(deed -> new Signal(
                            capital(deed.name()) + (isElsewhere(deed.clause()) ? ", " + log.name() : ""),
                            deed.name(),
                            String.format(Locale.ROOT, "%,d of the %,d rows looked at", deed.rows(), log.rows()),
                            "{" + (isElsewhere(deed.clause()) ? inLog() : "")
                                    + String.join(
                                            ", ", with(List.of(deed.clause().text()))) + "}",
                            matches(ASKS, deed.name())))
                    .toList();
        }
        return frequent().stream()
                .filter(event -> !OwnMailing.isNamed(event) && !matches(LEAVES, event) && !isUndoing(event))
                .map(event -> new Signal(
                        name(event),
                        event,
                        seen(event) + (states.isConditional() ? "; not all of them count" : ""),
                        did(event),
                        matches(ASKS, event)))
                .toList();
    }

    /** Events after which nobody wants to be called. */
    List<String> leaving() {
        return events.keySet().stream().filter(event -> matches(LEAVES, event)).toList();
    }

    /** Conditions on rows after which nobody wants to be called, by the column that says it. */
    List<RowStates.Clause> leavingRows() {
        return states.leaving().stream()
                .map(clause -> new RowStates.Clause(
                        clause.column(), clause.key(), (isElsewhere(clause) ? inLog() : "") + clause.text()))
                .toList();
    }

    /** Events that the sender or a machine does, which are no sign of interest. */
    List<String> passedOver() {
        return events.keySet().stream()
                .filter(event -> OwnMailing.isNamed(event))
                .toList();
    }

    /** Events that take back what was done, or by which nothing came to pass. */
    List<String> undoing() {
        return events.keySet().stream()
                .filter(event -> isUndoing(event) && !OwnMailing.isNamed(event) && !matches(LEAVES, event))
                .toList();
    }

    private boolean isUndoing(String event) {
        return log.first().event() != null && matches(StateWords.UNDOING_NAME, event);
    }

    private boolean isElsewhere(RowStates.Clause clause) {
        return columnsElsewhere.contains(clause.column());
    }

    private String inLog() {
        return "log: " + TableText.scalar(log.name()) + ", ";
    }

    /** The parts of a condition, and those that hold for each row that counts. */
    private List<String> with(List<String> parts) {
        List<String> all = new ArrayList<>(parts);
        all.addAll(states.counted());
        return all;
    }

    /** The most frequent events, and of the others the most frequent that ask for something. */
    private List<String> frequent() {
        List<String> chosen =
                new ArrayList<>(events.keySet().stream().limit(MOST_EVENTS).toList());
        events.keySet().stream()
                .skip(MOST_EVENTS)
                .filter(event -> matches(ASKS, event) && !isUndoing(event))
                .limit(MOST_EVENTS)
                .forEach(chosen::add);
        return chosen;
    }

    /** The most frequent event that is part of a visit. */
    private Optional<String> view() {
        return frequent().stream()
                .filter(event -> states.deeds().isEmpty()
                        && matches(VISITS, event)
                        && !OwnMailing.isNamed(event)
                        && !isUndoing(event))
                .findFirst();
    }

    /** The part of an address that the pattern finds first, in the order of the rows. */
    private Optional<String> page(Pattern pattern) {
        return pages().flatMap(values -> values.stream()
                .distinct()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .findFirst());
    }

    /** The addresses of pages, of a column or within JSON; empty where the log has none. */
    private Optional<List<String>> pages() {
        Optional<ExportColumn> column = log.first().named(PAGE);
        return column.isPresent()
                ? column.map(page -> log.values(page.name()))
                : JsonPage.of(log).map(JsonPage::values);
    }

    private String ofPages() {
        return isPageElsewhere ? ", " + log.name() : "";
    }

    /** The condition on pages that contain the part; limited to this log when another one has the column too. */
    private String didSee(String part) {
        String page = log.first()
                .named(PAGE)
                .map(ExplicitProposals::key)
                .or(() -> JsonPage.of(log).map(JsonPage::name))
                .orElse("");
        return "did: {" + (isPageElsewhere ? inLog() : "")
                + String.join(", ", with(List.of(page + ": {contains: " + TableText.scalar(part) + "}"))) + "}";
    }

    /** The condition on an event; limited to this log when another one has an event of that name. */
    private String did(String event) {
        boolean isElsewhere = elsewhere.contains(Text.fold(event));
        if (!isElsewhere && !states.isConditional()) {
            return TableText.scalar(event);
        }
        return "{" + (isElsewhere ? inLog() : "")
                + String.join(", ", with(List.of("event: " + TableText.scalar(event)))) + "}";
    }

    private String name(String event) {
        String plain = event.replaceAll("[_$]+", " ").strip();
        String name = plain.isEmpty() || plain.matches("[0-9]+") ? "Event " + event : capital(plain);
        return elsewhere.contains(Text.fold(event)) ? name + ", " + log.name() : name;
    }

    private static String capital(String name) {
        String plain = name.replaceAll("[_$]+", " ").strip();
        return plain.isEmpty() ? name : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    private String seen(String event) {
        int count = events.getOrDefault(event, 0);
        return String.format(Locale.ROOT, "%,d of the rows looked at", count);
    }

    private static boolean matches(Pattern pattern, String event) {
        return pattern.matcher(event.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").replaceAll("[^\\p{L}\\p{N}]+", " "))
                .find();
    }

    private static Pattern word(String words) {
        return StateWords.word(words);
    }
}
