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

/**
 * A file with the purposes that its columns seem to have.
 *
 * @param path as the rule file is to name it
 * @param columns those that have a name of their own
 * @param times columns that hold times, the likeliest to say when something happened first
 * @param leads columns that may name leads, the likeliest first
 * @param event the column that names events; null without one
 */
record Export(
        Preview sample,
        String path,
        List<ExportColumn> columns,
        List<Timed> times,
        List<ExportColumn> leads,
        @Nullable ExportColumn event) {

    /** A column of times. */
    record Timed(ExportColumn column, TimeGuess guess) {}

    private static final Pattern MAIL = Pattern.compile("[^@\\s,;]+@[^@\\s,;]+\\.[^@\\s,;]+");

    /** Names of columns that hold people who work with the leads, and are no leads. */
    private static final List<String> NOT_LEADS =
            List.of("owner", "user email", "guest", "host", "sender", "from", "organizer", "sales rep", "assigned to");

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
            "visitor id");

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
            "activity type id");

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
            "created",
            "datetime",
            "date time",
            "time",
            "date",
            "start date");

    /** Names of columns that describe people; they speak for a contact list. */
    private static final List<String> OF_PEOPLE = List.of(
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
            "city");

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
            "response 1");

    private static final int MOST_EVENTS = 300;

    /**
     * Guesses the purposes of the columns.
     *
     * @param dates the order of day and month, if the user gave it
     */
    static Export of(Preview sample, String path, Dates dates) {
        List<ExportColumn> columns = columns(sample);
        return new Export(sample, path, columns, times(columns, dates), leads(columns), event(columns));
    }

    String name() {
        return sample.name();
    }

    /** True when the file seems to be a log of events, false when a list of people. */
    boolean isLog() {
        long ofPeople =
                columns.stream().filter(column -> column.isNamed(OF_PEOPLE)).count();
        long ofEvents =
                columns.stream().filter(column -> column.isNamed(OF_EVENTS)).count();
        boolean repeats = !leads.isEmpty()
                && leads.get(0).counts().size() * 10 < leads.get(0).values().size() * 9;
        boolean isLearned = event == null && !repeats && OutcomeColumn.of(this).isPresent();
        return !isLearned
                && !times.isEmpty()
                && (event == null ? 0 : 5) + (repeats ? 2 : 0) + 2 * ofEvents + 1 > ofPeople;
    }

    /** The column whose name fits the phrases best; empty when none fits. */
    Optional<ExportColumn> named(List<String> phrases) {
        return columns.stream()
                .filter(column -> column.isNamed(phrases))
                .min(Comparator.comparingInt(column -> column.rank(phrases)));
    }

    /** True when at least nine in ten values look like e-mail addresses. */
    static boolean isMail(ExportColumn column) {
        return column.holds(value -> MAIL.matcher(value).matches());
    }

    private static List<ExportColumn> columns(Preview sample) {
        List<ExportColumn> columns = new ArrayList<>();
        Map<String, Integer> columnsOfName = new HashMap<>();
        sample.header().forEach(name -> columnsOfName.merge(name, 1, Integer::sum));
        for (int i = 0; i < sample.header().size(); i++) {
            String name = sample.header().get(i);
            int at = i;
            if (!name.isEmpty() && columnsOfName.getOrDefault(name, 0) == 1) {
                List<String> values = sample.rows().stream()
                        .map(row -> row.get(at))
                        .filter(value -> value.codePoints().anyMatch(Character::isLetterOrDigit))
                        .toList();
                columns.add(ExportColumn.of(name, sample.places().get(i), values));
            }
        }
        return columns;
    }

    private static List<ExportColumn> leads(List<ExportColumn> columns) {
        List<ExportColumn> leads = new ArrayList<>();
        columns.stream()
                .filter(column -> isMail(column) && !column.isNamed(NOT_LEADS))
                .sorted(Comparator.comparing(column -> !column.words().equals("email")))
                .forEach(leads::add);
        columns.stream()
                .filter(column -> column.isNamed(IDS)
                        && !leads.contains(column)
                        && !column.values().isEmpty())
                .sorted(Comparator.comparingInt(column -> column.rank(IDS)))
                .forEach(leads::add);
        return leads;
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

    private static @Nullable ExportColumn event(List<ExportColumn> columns) {
        return columns.stream()
                .filter(column -> EVENTS.contains(column.words()))
                .filter(column -> !column.values().isEmpty() && column.counts().size() <= MOST_EVENTS)
                .min(Comparator.comparingInt(column -> column.rank(EVENTS)))
                .orElse(null);
    }
}
