import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes data to measure by: contacts, one log of events in random order, and a rule file with twelve rules of different
 * forms. The same arguments give the same bytes on every machine.
 *
 * <pre>java scripts/MakeBenchmarkData.java DIR [--events 10000000] [--leads 500000] [--seed 1]</pre>
 *
 * <p>A row of the log has 123 bytes on average. A third of the events belong to a tenth of the leads, thousands to the
 * busiest, and some leads have none.
 */
public final class MakeBenchmarkData {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final int DAYS = 365;
    private static final byte[][] DATES = dates();
    private static final byte[][] TWO_DIGITS = numbers(100, 2);
    private static final byte[][] FOUR_DIGITS = numbers(10_000, 4);
    private static final byte[][] EVENTS = bytes(
            "page_view", "page_view", "page_view", "page_view", "page_view", "page_view", "page_view", "email_sent",
            "email_sent", "email_open", "email_open", "email_click", "video_view", "download", "social_share", "form_submit");
    private static final byte[][] RARE_EVENTS =
            bytes("demo_request", "trial_request", "unsubscribe", "sales_call", "webinar_join", "survey_sent", "survey_open", "chat");
    private static final byte[][] SECTIONS = bytes(
            "products/lathes/", "products/milling/", "products/robots/", "cases/automotive/", "cases/aerospace/", "blog/tooling/",
            "blog/automation/", "pricing/compare/", "careers/openings/", "support/manuals/", "contact/offices/", "videos/episodes/");
    private static final byte[][] FIRST_NAMES =
            bytes("Ana", "Bo", "Chlo\u00E9", "Drago\u0219", "Elena", "Filipe", "Giulia", "Hrvoje", "In\u00EAs", "J\u00FCrgen", "Krzysztof", "\u0141ucja");
    private static final byte[][] TITLES = bytes(
            "CEO", "CTO", "Head of Production", "Plant Director", "Production Engineer", "Process Engineer", "Buyer",
            "Purchasing Manager", "Accountant", "Student", "Consultant", "");
    private static final byte[][] INDUSTRIES =
            bytes("automotive", "aerospace", "metalworking", "medical devices", "energy", "food", "education", "");
    private static final byte[][] COUNTRIES = bytes("ES", "ES", "PT", "RO", "FR", "DE", "IT", "US", "");
    private static final int CAMPAIGNS = 400;

    private static final String RULES = """
            version: 1
            timezone: Europe/Madrid

            sources:
              contacts: {path: contacts.csv, lead: email, since: created_at}
              events:
                - {name: log, path: events.csv, lead: email, time: timestamp, event: event}
              outcomes: {path: customers.csv, lead: email, time: closed}

            customers: keep

            definitions:
              decision maker: {title: {matches: '(?i)\\b(ceo|cto|director|head)\\b'}}

            explicit:
              - name: Decision maker
                when: {is: decision maker}
                points: 20
              - name: Industry
                field: industry
                values: {automotive: 8, aerospace: 10, metalworking: 5, education: -10, "": 0}
                otherwise: 0
              - name: Company size
                field: employees
                tiers:
                  - {at-least: 500, points: 12}
                  - {at-least: 50, points: 6}
                  - {below: 5, points: -5}

            implicit:
              - name: Page viewed
                group: web
                did: page_view
                points: 1
                decay: {half-life: 30d}
              - name: Videos and downloads
                group: web
                did: [video_view, download]
                points: 3
                limit: 5
                within: 180d
                decay: {linear: 180d}
              - name: Came back
                group: web
                did: page_view
                count: days
                times: {at-least: 3, within: 90d}
                points: 10
              - name: Pricing
                group: web
                did: {event: page_view, url: {contains: /pricing/}}
                tiers:
                  - {at-least: 3, within: 30d, points: 20}
                  - {at-least: 1, points: 5}
              - name: Time on site
                group: web
                did: page_view
                sum: duration_s
                per: 600
                points: 0.5
                max: 10
              - name: Promotions clicked
                group: email
                rate: {of: {event: email_click}, over: {event: email_sent}, from-events: 2}
                tiers:
                  - {at-least: 0.5, points: 8}
                  - {at-least: 0.2, points: 3}
              - name: Campaigns opened
                group: email
                did: email_open
                count: {distinct: campaign}
                points: 1
                max: 10
              - name: Demo requested
                did: demo_request
                limit: 1
                points: 25
                decay: {step: 20%, every: 45d}
              - name: Looks for a job
                did: {event: page_view, url: {contains: /careers/}}
                count: visits
                points: -3
                min: -15

            groups:
              web: {max: 60}
              email: {weight: 0.8, max: 15}

            inactivity: {after: 30d, lose: 25%, every: 30d}
            score: {zero: 0, full: 100}
            buckets:
              - {name: hot, from: 70}
              - {name: warm, from: 40}
              - {name: cold, from: 0}
            disqualify:
              - {name: Asked to be left alone, did: unsubscribe}
            report:
              columns: [first_name, title, company]
            """;

    private final SplittableRandom random;
    private final int leads;

    private final byte[][] addresses;

    private MakeBenchmarkData(int leads, long seed) {
        this.random = new SplittableRandom(seed);
        this.leads = leads;
        this.addresses = new byte[leads][];
        for (int i = 0; i < leads; i++) {
            addresses[i] = address(i).getBytes(StandardCharsets.US_ASCII);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = null;
        long events = 10_000_000;
        int leads = 500_000;
        long seed = 1;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--events" -> events = Long.parseLong(arguments[++i]);
                case "--leads" -> leads = Integer.parseInt(arguments[++i]);
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                default -> directory = Path.of(arguments[i]);
            }
        }
        if (directory == null || leads < 1 || events < 0) {
            System.err.println("usage: java scripts/MakeBenchmarkData.java DIR [--events N] [--leads N] [--seed N]");
            System.exit(2);
        }
        Files.createDirectories(directory);
        MakeBenchmarkData data = new MakeBenchmarkData(leads, seed);
        Files.writeString(directory.resolve("rules.yaml"), RULES);
        try (Bytes out = new Bytes(Files.newOutputStream(directory.resolve("contacts.csv")))) {
            data.writeContacts(out);
        }
        try (Bytes out = new Bytes(Files.newOutputStream(directory.resolve("events.csv")))) {
            data.writeEvents(out, events);
        }
        try (Bytes out = new Bytes(Files.newOutputStream(directory.resolve("customers.csv")))) {
            data.writeCustomers(out, new SplittableRandom(-seed));
        }
    }

    private String address(int lead) {
        return "lead" + lead + "." + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26)) + "@company"
                + random.nextInt(1 + leads / 5) + ".example";
    }

    private void writeContacts(Bytes out) throws IOException {
        out.put("email,first_name,title,company,industry,employees,country,created_at\n".getBytes(StandardCharsets.US_ASCII));
        byte[] company = "Company ".getBytes(StandardCharsets.US_ASCII);
        for (byte[] address : addresses) {
            out.put(address).comma();
            out.put(pick(FIRST_NAMES)).comma();
            out.put(pick(TITLES)).comma();
            out.put(company).put(FOUR_DIGITS[random.nextInt(10_000)]).comma();
            out.put(pick(INDUSTRIES)).comma();
            if (random.nextInt(8) > 0) {
                out.number(1 + (int) (5_000 * cubed(random.nextDouble())));
            }
            out.comma().put(pick(COUNTRIES)).comma();
            out.put(DATES[random.nextInt(DAYS)]).put('\n');
        }
    }

    private void writeEvents(Bytes out, long events) throws IOException {
        out.put("event_id,timestamp,email,event,url,campaign,duration_s\n".getBytes(StandardCharsets.US_ASCII));
        byte[] site = "/en/".getBytes(StandardCharsets.US_ASCII);
        byte[] campaign = "camp-2026-".getBytes(StandardCharsets.US_ASCII);
        for (long i = 0; i < events; i++) {
            int kind = random.nextInt(1000);
            byte[] event = kind < 980 ? EVENTS[kind & 15] : pick(RARE_EVENTS);
            out.put('e').padded(i).comma();
            putTime(out);
            out.comma().put(addresses[someLead(random.nextDouble())]).comma().put(event).comma();
            out.put(site).put(pick(SECTIONS)).put(FOUR_DIGITS[random.nextInt(10_000)]);
            out.comma().put(campaign).put(FOUR_DIGITS[random.nextInt(CAMPAIGNS)]).comma();
            out.number(1 + random.nextInt(600)).put('\n');
        }
    }

    /** Writes the customers: one lead in twenty-five at most; the busy ones buy more often. */
    private void writeCustomers(Bytes out, SplittableRandom own) throws IOException {
        out.put("email,closed\n".getBytes(StandardCharsets.US_ASCII));
        BitSet customers = new BitSet(leads);
        for (int i = 0; i < leads / 25; i++) {
            int lead = someLead(own.nextDouble());
            if (!customers.get(lead)) {
                customers.set(lead);
                out.put(addresses[lead]).comma().put(DATES[own.nextInt(DAYS)]).put('\n');
            }
        }
    }

    private void putTime(Bytes out) throws IOException {
        int second = random.nextInt(86_400);
        out.put(DATES[random.nextInt(DAYS)]).put('T').put(TWO_DIGITS[second / 3600]).put(':');
        out.put(TWO_DIGITS[second / 60 % 60]).put(':').put(TWO_DIGITS[second % 60]).put('Z');
    }

    /** Turns a random number below 1 into a lead. The busy ones lie anywhere in the list: multiplied by a prime, each rank has a place of its own. */
    private int someLead(double x) {
        return (int) ((long) (leads * x * x) * 2_654_435_761L % leads);
    }

    private byte[] pick(byte[][] from) {
        return from[random.nextInt(from.length)];
    }

    private static double cubed(double x) {
        return x * x * x;
    }

    private static byte[][] dates() {
        byte[][] dates = new byte[DAYS][];
        Arrays.setAll(dates, i -> LAST_DAY.minusDays(DAYS - 1L - i).toString().getBytes(StandardCharsets.US_ASCII));
        return dates;
    }

    private static byte[][] numbers(int count, int digits) {
        byte[][] numbers = new byte[count][];
        for (int i = 0; i < count; i++) {
            String text = "0".repeat(digits) + i;
            numbers[i] = text.substring(text.length() - digits).getBytes(StandardCharsets.US_ASCII);
        }
        return numbers;
    }

    private static byte[][] bytes(String... words) {
        return List.of(words).stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    /** A buffered output file that takes bytes and plain numbers. */
    private static final class Bytes implements AutoCloseable {

        private static final int LONGEST_CELL = 256;

        private final OutputStream file;
        private final byte[] buffer = new byte[1 << 20];
        private int size;

        Bytes(OutputStream file) {
            this.file = file;
        }

        Bytes put(byte[] bytes) throws IOException {
            makeRoom();
            System.arraycopy(bytes, 0, buffer, size, bytes.length);
            size += bytes.length;
            return this;
        }

        Bytes put(char ascii) throws IOException {
            makeRoom();
            buffer[size++] = (byte) ascii;
            return this;
        }

        Bytes comma() throws IOException {
            return put(',');
        }

        Bytes number(int number) throws IOException {
            return number < 10 ? put((char) ('0' + number)) : number(number / 10).put((char) ('0' + number % 10));
        }

        /** Writes a number in ten digits, with zeros in front. */
        Bytes padded(long number) throws IOException {
            makeRoom();
            long left = number;
            for (int i = 9; i >= 0; i--) {
                buffer[size + i] = (byte) ('0' + left % 10);
                left /= 10;
            }
            size += 10;
            return this;
        }

        private void makeRoom() throws IOException {
            if (size > buffer.length - LONGEST_CELL) {
                file.write(buffer, 0, size);
                size = 0;
            }
        }

        @Override
        public void close() throws IOException {
            file.write(buffer, 0, size);
            file.close();
        }
    }
}
