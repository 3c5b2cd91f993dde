package org.leadscore.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Draws exports in the given shape, about sixty leads and fifteen hundred events, with what real exports have: ids in other
 * case and with blanks around, numbers that are none, rows without an id or a time, and events on every edge that rules ask
 * about. The same random numbers give the same files.
 */
final class RandomExports {

    /** A table as text; {@code name} is that of its file. */
    record Table(String name, char delimiter, List<String> columns, List<Map<String, String>> rows) {

        /** The same rows, drawn in another order. */
        Table shuffled(Random random) {
            List<Map<String, String>> other = new ArrayList<>(rows);
            Collections.shuffle(other, random);
            return new Table(name, delimiter, columns, other);
        }

        Table named(String other) {
            return new Table(other, delimiter, columns, rows);
        }

        void write(Path directory) throws IOException {
            StringBuilder text = new StringBuilder();
            line(text, columns);
            for (Map<String, String> row : rows) {
                line(text, columns.stream().map(row::get).toList());
            }
            Files.writeString(directory.resolve(name), text);
        }

        private void line(StringBuilder text, List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                String cell = cells.get(i);
                boolean quoted = cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
                text.append(i == 0 ? "" : delimiter);
                text.append(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
            }
            text.append('\n');
        }
    }

    private record Lead(String account, String user) {}

    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;
    private static final int LEADS = 60;
    private static final int EVENTS = 1500;

    private static final List<String> ACCOUNTS = List.of("acme", "Globex", "", "ñandú", "initech");
    private static final List<String> NUMBERS = List.of(
            "5",
            "+5",
            "-3",
            "007",
            "1.5",
            ".5",
            "5.",
            "1e3",
            "1,5",
            "12.25",
            "1 000",
            "abc",
            "",
            " 60 ",
            "7.5",
            "49.5",
            "50",
            "500",
            "999999999999.5",
            "0",
            "-0",
            "--1",
            "59.999999",
            "60,000001",
            "300",
            "4",
            "600",
            "1000.5",
            "1000,5",
            "+",
            "120",
            "61",
            "$60",
            "-$7.5",
            "(300)",
            "50%",
            "1.5E+2",
            "60-",
            "12.25 €",
            "1,234.5",
            "1.234,5",
            "n/a");
    private static final List<String> CHANGES = List.of(
            "2026-03-29 02:15:30",
            "2026-03-29T01:59:59.999",
            "2026-03-29T03:00",
            "2026-10-25T02:30",
            "2026-10-25 02:00:00.000",
            "2026-10-25T03:00:00",
            "2025-10-26T02:59:59",
            "2026-10-25T02:30:00+01:00",
            "2026-10-25T02:30:00+02:00",
            "2026-10-25");
    private static final List<String> NO_TIMES =
            List.of("", "  ", "yesterday", "2026-02-30", "31/02/2026 10:00", "2026-13-01T00:00", "x9");
    private static final List<String> EVENT_NAMES = List.of(
            "page_view",
            "page_view",
            "page_view",
            "Page_View",
            " form ",
            "click",
            "click",
            "email_open",
            "unsubscribe",
            "");
    private static final List<String> URLS = List.of(
            "/pricing",
            "/Pricing/plans",
            "/careers/42",
            "/blog/o'clock",
            "/blog/a,b",
            "/x",
            "",
            " ",
            "/products?x=\"1\"",
            "/r\nn");
    private static final List<String> CAMPAIGNS =
            List.of("spring", "SPRING ", "autumn", "launch", "42", "", "\u00a0", "042");
    private static final List<String> TITLES = List.of(
            "CEO",
            "Head of Sales",
            "engineer",
            "ceo",
            "Ας",
            "ΑΣ",
            "Engineering Lead 2",
            "",
            " ",
            "Buyer; retired",
            "Two\nlines",
            "Door man");
    private static final List<String> COUNTRIES =
            List.of("ES", "es", " PT", "ro\u00a0", "FR", "", " ", "ESPAÑA", "no", "NO");
    private static final List<String> SITES = List.of(
            "https://www.rival.com/a",
            "http://user@acme.example:8080/x@y",
            "rival.com",
            "",
            "https://notrival.com",
            "HTTPS://SUB.ACME.EXAMPLE",
            "https://shop.example.?q=rival.com",
            "//sub.acme.example#rival.com");
    private static final List<String> TAGS = List.of(
            "alpha", "alpha;beta", " Beta ; gamma", ";", "", "gamma;none", "none", "12;alpha", "alphabet;beta", "12");
    private static final List<String> JSONS = List.of(
            "{\"plan\":\"pro\",\"sizes\":[12, 50]}",
            "{\"plan\": \"Free\", \"sizes\": [\"50\", null]}",
            "{\"plan\":null,\"sizes\":[]}",
            "{\"plan\":",
            "[1, 2]",
            "",
            " ",
            "None",
            "{\"other\":{\"plan\":\"pro\"},\"plan\":\"N/A\"}",
            "{\"plan\":12,\"sizes\":\"7; 600\"}");
    private static final List<String> LINKS = List.of(
            "https://shop.example/p?utm_source=spring%20sale&utm_source=x",
            "shop.example/P?a=1&utm_source=Bing#utm_source=y",
            "http://me@www.example:80/?utm_source=",
            "/p?x=1",
            "",
            "none",
            "//cdn.example?utm_source=a%2Bb+c",
            "spring.example");
    private static final List<String> CONTACTED = List.of(
            "\"Bo\" <bo@rival.com>", "mailto:ana@acme.example?subject=x", "cy@rival.com, dy@none", "nobody", "", "N/A");
    private static final List<String> MAILS = List.of(
            "a@rival.com",
            "B@Sub.Acme.Example",
            "c@notrival.com",
            "",
            "d@acme.example",
            "e@rival.com.evil.test",
            "\"x@rival.com\"@mail.test",
            "f@gmail.com",
            " G@GMAIL.COM",
            "@gmail.com",
            "h@mail.gmail.com",
            "i@mailinator.com",
            "j@x.Mailinator.com.",
            "k@mailinator.com.evil.test",
            "\"x@y\"@rival.com");

    private final Random changes = new Random(1);
    private final Random random;
    private final Shape shape;
    private final List<Lead> leads = new ArrayList<>();

    private RandomExports(Random random, Shape shape) {
        this.random = random;
        this.shape = shape;
        for (int i = 0; i < LEADS; i++) {
            String odd = switch (i) {
                case 7 -> "\uD83D\uDE00"; // beyond the BMP: above U+FF5E by code point, below it by char
                case 8 -> "\uFF5E";
                case 9 -> "ÉLAN";
                case 10 -> "Zoë";
                default -> "u" + i;
            };
            leads.add(new Lead(pick(ACCOUNTS), odd));
        }
    }

    /** The contact list, where the shape has one, then the logs. */
    static List<Table> draw(Random random, Shape shape) {
        return new RandomExports(random, shape).tables();
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        if (shape.contacts()) {
            tables.add(contacts());
        }
        List<Map<String, String>> web = new ArrayList<>();
        List<Map<String, String>> mail = new ArrayList<>();
        while (web.size() + mail.size() < EVENTS) {
            Lead lead = lead();
            long base = moment();
            int burst = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 1;
            boolean isWeb = random.nextInt(3) > 0;
            for (int i = 0; i < burst; i++) {
                (isWeb ? web : mail).add(isWeb ? visit(lead, base, web.size()) : opening(lead, base));
                base -= shape.gapMillis() / (1 + random.nextInt(2)) + pick(List.of(-1L, 0L, 0L, 1L));
            }
        }
        tables.addAll(webFiles(web));
        List<String> mailColumns = List.of("Address", "What", Shape.OPENED, "campaign", "value", "due");
        tables.add(new Table("mail.csv", ';', mailColumns, mail).shuffled(random));
        if (shape.outcomes()) {
            tables.add(customers());
        }
        return tables;
    }

    private List<Table> webFiles(List<Map<String, String>> rows) {
        List<List<Map<String, String>>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Map<String, String> row : rows) {
            pick(parts).add(row);
            if (shape.keyed() && random.nextInt(5) == 0) {
                Map<String, String> again = new LinkedHashMap<>(row);
                if (shape.contested() && random.nextInt(3) == 0) {
                    again.put("campaign", pick(CAMPAIGNS));
                    change(again, rows.get(changes.nextInt(rows.size())));
                }
                pick(parts).add(again);
            }
        }
        List<Table> files = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<String> columns = new ArrayList<>(idColumns("user"));
            columns.addAll(List.of(
                    "at", "event", "url", "campaign", "duration", "value", "due", "link", "topics", "event_id"));
            if (!shape.contested()) {
                Collections.shuffle(columns, random);
            }
            if (!shape.keyed() && i == 1) {
                columns.remove("due");
            }
            files.add(new Table("web-" + (i + 1) + ".csv", ',', columns, parts.get(i)).shuffled(random));
        }
        return files;
    }

    /** Makes a row of a key say something else than the row before: of another lead, of another kind, at another time. */
    private void change(Map<String, String> row, Map<String, String> other) {
        for (String column : List.of("account", "user", "at", "event", "value")) {
            if (other.containsKey(column) && changes.nextInt(3) > 0) {
                row.put(column, other.get(column));
            }
        }
    }

    private List<String> idColumns(String single) {
        return shape.split() ? List.of("account", "user") : List.of(single);
    }

    private Table contacts() {
        List<String> columns = new ArrayList<>(idColumns("Lead ID"));
        columns.addAll(List.of(
                "email",
                "country",
                "title",
                "employees",
                "budget",
                "phone",
                "site",
                "tags",
                "props",
                "contact",
                Shape.CREATED));
        List<Map<String, String>> rows = new ArrayList<>();
        for (Lead lead : leads.subList(0, LEADS - 8)) {
            int copies = random.nextInt(12) == 0 ? 2 : 1;
            for (int i = 0; i < copies; i++) {
                rows.add(contact(lead));
            }
        }
        rows.add(contact(new Lead("", " ")));
        return new Table("contacts.csv", ';', columns, rows).shuffled(random);
    }

    private Map<String, String> contact(Lead lead) {
        Map<String, String> row = new LinkedHashMap<>();
        putId(row, lead, "Lead ID");
        boolean blank = random.nextInt(8) == 0;
        row.put("email", blank ? "" : pick(MAILS));
        row.put("country", blank ? " " : pick(COUNTRIES));
        row.put("title", blank ? "" : pick(TITLES));
        row.put("employees", blank ? "" : pick(NUMBERS));
        row.put("budget", blank ? "" : pick(NUMBERS));
        row.put("phone", blank ? "" : pick(List.of("", "+34 600 000 000", " ")));
        row.put("site", blank ? "" : pick(SITES));
        row.put("tags", blank ? "" : pick(TAGS));
        row.put("props", blank ? "" : pick(JSONS));
        row.put("contact", blank ? "" : pick(CONTACTED));
        String date = written(shape.created(), shape.zone(), moment());
        row.put(Shape.CREATED, blank ? "" : random.nextInt(6) == 0 ? pick(NO_TIMES) : date);
        return row;
    }

    private Table customers() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Lead lead : leads) {
            for (int deals = random.nextInt(4); deals > 1; deals--) {
                Map<String, String> row = new LinkedHashMap<>();
                boolean blank = random.nextInt(50) == 0;
                row.put("Customer", blank ? " " : noisy((lead.account() + " " + lead.user()).strip()));
                row.put("closed", written(Shape.TimeStyle.ISO, shape.zone(), moment()));
                row.put("status", pick(List.of("won", " WON", "lost", "")));
                rows.add(row);
            }
        }
        return new Table("customers.csv", ',', List.of("Customer", "closed", "status"), rows).shuffled(random);
    }

    private Map<String, String> visit(Lead lead, long time, int number) {
        Map<String, String> row = new LinkedHashMap<>();
        putId(row, lead, "user");
        row.put("at", written(Shape.TimeStyle.ISO, shape.zone(), time));
        row.put("event", pick(EVENT_NAMES));
        row.put("url", pick(URLS));
        row.put("campaign", pick(CAMPAIGNS));
        row.put("duration", pick(NUMBERS));
        row.put("value", pick(NUMBERS));
        row.put("due", due());
        row.put("link", pick(LINKS));
        row.put("topics", pick(TAGS).replace(';', '|'));
        row.put("event_id", random.nextInt(10) == 0 ? pick(List.of("", "  ")) : pick(List.of("", " ")) + "e" + number);
        return row;
    }

    private Map<String, String> opening(Lead lead, long time) {
        Map<String, String> row = new LinkedHashMap<>();
        boolean blank = random.nextInt(50) == 0;
        row.put("Address", blank ? " " : noisy((lead.account() + " " + lead.user()).strip()));
        row.put("What", pick(EVENT_NAMES));
        row.put(Shape.OPENED, written(shape.opened(), shape.mailZone(), time));
        row.put("campaign", pick(CAMPAIGNS));
        row.put("value", pick(NUMBERS));
        row.put("due", due());
        return row;
    }

    private void putId(Map<String, String> row, Lead lead, String single) {
        boolean blank = random.nextInt(50) == 0;
        if (shape.split()) {
            row.put("account", blank ? "" : noisy(lead.account()));
            row.put("user", blank ? " " : noisy(lead.user()));
        } else {
            row.put(single, blank ? "" : noisy((lead.account() + " " + lead.user()).strip()));
        }
    }

    private String noisy(String id) {
        String cased = switch (random.nextInt(6)) {
            case 0 -> id.toUpperCase(Locale.ROOT);
            case 1 -> id.toLowerCase(Locale.ROOT);
            default -> id;
        };
        return random.nextInt(8) == 0 ? pick(List.of(" ", "\u00a0", "\t ")) + cased + " " : cased;
    }

    /** A few leads are busy, the last have nothing; the contact list lacks some that are busy. */
    private Lead lead() {
        double place = random.nextDouble();
        return leads.get(((int) (place * place * (LEADS - 4))) * 37 % LEADS);
    }

    /** A random time, often on an edge: the as-of time, and windows back from it. */
    private long moment() {
        long edge = pick(List.of(-1L, 0L, 0L, 1L));
        return switch (random.nextInt(12)) {
            case 0 -> shape.asOf() + edge;
            case 1 -> shape.asOf() + random.nextInt(10_000_000);
            case 2, 3 -> shape.asOf() - window() + edge;
            case 4, 5, 6 -> shape.asOf() - MINUTE * (long) (random.nextDouble() * 14 * 24 * 60);
            case 7, 8 -> shape.asOf() - 1000 * (long) (random.nextDouble() * 120 * 24 * 60 * 60);
            default -> shape.asOf() - (long) (random.nextDouble() * 430 * DAY);
        };
    }

    /** A date or time, often one that is still to come. */
    private String due() {
        if (random.nextInt(4) == 0) {
            return pick(NO_TIMES);
        }
        boolean isAhead = random.nextInt(3) == 0;
        long time =
                isAhead ? shape.asOf() + pick(List.of(0L, window(), window())) + pick(List.of(-1L, 0L, 1L)) : moment();
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(time), shape.zone());
        return random.nextInt(3) == 0
                ? local.toLocalDate().toString()
                : written(Shape.TimeStyle.ISO, shape.zone(), time);
    }

    private long window() {
        return pick(List.of(DAY / 2, 7 * DAY, 14 * DAY, 30 * DAY, 45 * DAY, 90 * DAY, 400 * DAY));
    }

    private String written(Shape.TimeStyle style, ZoneId zone, long time) {
        if (random.nextInt(60) == 0) {
            return pick(NO_TIMES);
        }
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone);
        return switch (style) {
            case ISO -> iso(local, time);
            case MINUTES -> local.format(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT));
            case DAYS -> local.format(DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT));
            case SECONDS ->
                time / 1000 + (time % 1000 == 0 ? "" : "." + String.format(Locale.ROOT, "%03d", time % 1000) + "9");
            case MILLIS -> time + (random.nextInt(4) == 0 ? ".999" : "");
        };
    }

    private String iso(LocalDateTime local, long time) {
        if (random.nextInt(15) == 0) {
            return pick(CHANGES);
        }
        ZoneOffset offset = pick(List.of(ZoneOffset.UTC, ZoneOffset.ofHours(2), ZoneOffset.ofHoursMinutes(-3, -30)));
        OffsetDateTime there = Instant.ofEpochMilli(time).atOffset(offset);
        String between = pick(List.of("T", " "));
        String pattern = "yyyy-MM-dd'" + between + "'HH:mm:ss" + pick(List.of(".SSS", ",SSS", ".SSS'9'"));
        return switch (random.nextInt(3)) {
            case 0 -> local.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
            case 1 ->
                there.format(DateTimeFormatter.ofPattern(pattern + pick(List.of("xxx", "XX", "' 'xxx")), Locale.ROOT));
            default -> " " + Instant.ofEpochMilli(time) + " ";
        };
    }

    private <T> T pick(List<T> from) {
        return Shape.pick(random, from);
    }
}
