import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the exports of a maker of machine tools that does not exist: its contacts, nine months of what they did, and who
 * of them bought. The same bytes on every run and machine.
 *
 * <pre>java -Dfile.encoding=UTF-8 scripts/MakeSampleData.java DIR [--leads N] [--seed N] [--with-truth]</pre>
 *
 * Who buys follows from who they are and what they did, by the weights below and chance; nothing else decides. Whoever
 * derives points from these exports can hold them against the weights: {@code --with-truth} writes these too, as the points
 * of a rule file.
 */
public final class MakeSampleData {

    /**
     * The true model: log odds of buying within sixty days, by what the exports say of a lead. A lead without any of these has
     * the intercept alone. They lie apart far enough for their order to be found
     * among twenty thousand leads.
     */
    private static final double INTERCEPT = -4.4;

    private static final double DECISION_MAKER = 1.8;
    private static final double BUYER = 0.7;
    private static final double STUDENT = -2.8;
    private static final double AEROSPACE = 1.5;
    private static final double AUTOMOTIVE = 0.95;
    private static final double EDUCATION = -1.8;
    private static final double RECRUITMENT = -1.3;
    private static final double FROM_500_EMPLOYEES = 0.4;
    private static final double FROM_100_EMPLOYEES = 1.2;
    private static final double BELOW_5_EMPLOYEES = -0.8;
    private static final double OUTSIDE_TERRITORY = -2.3;
    private static final double DEMO_REQUESTED = 2.1;
    private static final double PRICING_VIEW = 0.3;
    private static final int MOST_PRICING_VIEWS = 6;

    /** The rule file of the true model: three points double the odds, and rules with 0 points have no effect. */
    private static final String TRUTH = """
            # The weights by which scripts/make-sample-data decides who buys, as points: three double the odds. Rules of 0 points
            # ask for what has no effect.
            version: 1
            timezone: Europe/Madrid

            sources:
              contacts: {path: contacts.csv, lead: email, since: created_at, dates: {created_at: dd/MM/yyyy}}
              events:
                - {name: web, path: web-*.csv, lead: email, time: timestamp, event: event, key: event_id}
                - {name: email, path: email.csv, lead: email, time: timestamp, event: event}
                - {name: social, path: social.csv, lead: email, time: timestamp, event: event}
              outcomes: {path: customers.csv, lead: email, time: closed_at, won: {status: won}}

            explicit:
              - {name: Decision maker, when: {title: {matches: '(?i)\\b(ceo|cto|vp|director|directeur|head)\\b'}}, points: %s}
              - {name: Buyer, when: {title: [Buyer, Purchasing Manager, Responsable de compras, Einkäufer, Ufficio acquisti]}, points: %s}
              - {name: Student, when: {title: {contains: [student, trainee, job seeker]}}, points: %s}
              - name: Industry
                field: industry
                values: {aerospace: %s, automotive: %s, medical devices: 0, metalworking: 0, education: %s, recruitment: %s}
              - name: Company size
                field: employees
                tiers:
                  - {at-least: 500, points: %s}
                  - {at-least: 100, points: %s}
                  - {at-least: 20, points: 0}
                  - {below: 5, points: %s}
              - {name: Outside our territory, when: {country: {not-in: [ES, PT, RO, FR, DE, IT]}}, points: %s}
              - {name: Interest, field: interest, values: {lathes: 0, milling machines: 0, robot lines: 0}}
              - {name: Personal mailbox, when: {email: {domain: [freemail.example, webpost.example]}}, points: 0}
              - {name: Left a telephone number, when: {phone: {present: true}}, points: 0}
              - {name: Money for it, when: {budget: {at-least: 100000}}, points: 0}
              - {name: New to us, when: {created_at: {after: 60d}}, points: 0}

            implicit:
              - {name: Demo requested, did: demo_request, times: {at-least: 1}, points: %s}
              - {name: Pricing viewed, did: {event: page_view, url: {starts-with: /pricing}}, limit: %s, points: %s}
              - {name: Page viewed, did: page_view, decay: {half-life: 30d}, points: 0}
              - {name: Came back, did: page_view, count: visits, times: {at-least: 3, within: 60d}, points: 0}
              - {name: Read a brochure or watched a film, did: [download, video_view], within: 180d, limit: 4, points: 0}
              - {name: Newsletter opened, did: {event: email_open, message: newsletter}, count: {distinct: campaign}, points: 0}
              - {name: Shares what we post, did: [social_share, social_retweet], limit: 5, points: 0}
              - {name: Met our sales people, did: [sales_call, sales_meeting], limit: 2, points: 0}
              - {name: Wrote to us, did: form_submit, within: 60d, limit: 1, points: 0}
              - {name: Unsubscribed, did: unsubscribe, times: {at-least: 1}, points: 0}

            score: {zero: 0, full: 30}
            buckets:
              - {name: hot, from: 70}
              - {name: cold, from: 0}
            """.formatted(
                    points(DECISION_MAKER),
                    points(BUYER),
                    points(STUDENT),
                    points(AEROSPACE),
                    points(AUTOMOTIVE),
                    points(EDUCATION),
                    points(RECRUITMENT),
                    points(FROM_500_EMPLOYEES),
                    points(FROM_100_EMPLOYEES),
                    points(BELOW_5_EMPLOYEES),
                    points(OUTSIDE_TERRITORY),
                    points(DEMO_REQUESTED),
                    MOST_PRICING_VIEWS,
                    points(PRICING_VIEW));

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final long START = second(FIRST_DAY);
    private static final long END = second(LAST_DAY.plusDays(1));
    private static final long DAY = 86_400;
    private static final long THINKS_EVERY = 60 * DAY;
    private static final DateTimeFormatter SPANISH_DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter ROMANIAN_TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private static final List<String> INTERESTS = List.of("lathes", "milling machines", "robot lines");
    private static final Weighted ROLES =
            Weighted.of("decision", 16, "technical", 36, "buyer", 15, "other", 26, "student", 7);
    private static final TreeMap<String, List<String>> TITLES = new TreeMap<>();
    private static final Weighted INDUSTRIES = Weighted.of(
            "metalworking", 28, "automotive", 18, "aerospace", 7, "medical devices", 8, "energy", 8, "furniture", 9,
            "food", 9, "education", 5, "recruitment", 3, "consulting", 5);
    private static final Weighted COUNTRIES =
            Weighted.of("ES", 30, "PT", 14, "RO", 14, "FR", 13, "DE", 12, "IT", 11, "MX", 2, "IN", 2, "TR", 1, "US", 1);
    private static final TreeMap<String, Country> BY_CODE = new TreeMap<>();
    private static final Weighted PAGES = Weighted.of(
            "/", 18, "/lathes", 13, "/milling", 13, "/robots", 12, "/lathes/t200", 6, "/milling/m5", 6, "/robots/cell",
            5, "/pricing", 7, "/cases/gears", 4, "/cases/valves", 4, "/blog/tooling", 6, "/blog/spindles", 5,
            "/contact", 4, "/about", 5);
    private static final List<String> FREE_MAILBOXES = List.of("freemail.example", "webpost.example");

    static {
        TITLES.put(
                "decision",
                List.of("CEO", "CTO", "Plant Director", "Head of Production", "VP Operations", "Director general",
                        "Directeur technique", "Director de Producción", "Head of Engineering", "Managing Director"));
        TITLES.put(
                "technical",
                List.of("Production Engineer", "Process Engineer", "CNC Programmer", "Maintenance Manager", "Workshop Lead",
                        "Ingénieur méthodes", "Konstrukteur", "Inginer tehnolog", "Quality Engineer", "Jefe de taller"));
        TITLES.put("buyer", List.of("Buyer", "Purchasing Manager", "Responsable de compras", "Einkäufer", "Ufficio acquisti"));
        TITLES.put(
                "other",
                List.of("Accountant", "Assistant", "Marketing Manager", "Consultant", "IT Administrator", "Journalist",
                        "Sales Representative", "Logistics, shipping"));
        TITLES.put("student", List.of("Student", "Trainee", "Job seeker", "PhD student"));
        BY_CODE.put("ES", new Country("+34 9", List.of("S.L.", "S.A.", ", S.L.U."), List.of("Talleres", "Mecanizados", "Torneados"),
                words("Lucía Martín Iñaki Begoña Álvaro Núria Sergio Pilar Íñigo Rocío Joan Carmen Xoán Ainhoa Raúl Belén"),
                words("Ibáñez Quintana Etxeberria Peñalver Roldán Muñiz Otxoa Villalba Cañas Puig Seoane Agüero Lozano Bravo Ybarra"),
                words("Madrid Vitoria Sabadell Zaragoza Gijón Valencia Eibar")));
        BY_CODE.put("PT", new Country("+351 2", List.of("Lda.", "S.A."), List.of("Metalúrgica", "Moldes", "Tornearia"),
                words("João Inês Tiago Conceição Rui Mafalda Gonçalo Sónia Nuno Beatriz Simão Filipa"),
                words("Gonçalves Magalhães Brandão Sequeira Tavares Falcão Simões Queirós Leitão Vilhena Paixão Assunção"),
                words("Lisboa Porto Braga Aveiro Leiria Águeda")));
        BY_CODE.put("RO", new Country("+40 2", List.of("S.R.L.", "S.A."), List.of("Prelucrări", "Strunguri", "Uzina"),
                words("Ștefan Ioana Răzvan Mădălina Țicu Cătălin Ileana Bogdan Crăița Vlad Șerban Zoe"),
                words("Dănilă Brătescu Țăranu Ungureanu Șoimaru Lăzărescu Oprișan Moldovan Grigoraș Stănciulescu Vlk Nițu"),
                words("București Cluj-Napoca Timișoara Brașov Oradea Pitești")));
        BY_CODE.put("FR", new Country("+33 1", List.of("SARL", "SAS", "S.A."), List.of("Ateliers", "Mécanique", "Usinage"),
                words("Chloé Loïc Anaïs Gaël Hélène Yves Maëlle Rémi Océane Benoît Noémie Solène"),
                words("Lefèvre Guérin Le-Goff Chassaing Bréchet d’Ornezan Hœrter Vasseur Kerguélen Poirault Nguyễn Castagnède"),
                words("Lyon Cluses Saint-Étienne Nantes Toulouse Besançon")));
        BY_CODE.put("DE", new Country("+49 7", List.of("GmbH", "GmbH & Co. KG", "AG"), List.of("Drehtechnik", "Werkzeugbau", "Fräszentrum"),
                words("Jürgen Käthe Sönke Bärbel Götz Anneliese Björn Ulrike Jörg Mareike Krzysztof Heike"),
                words("Schwarzkopf Größler Müllensiefen Strauß Pfrengle Schmidtke Wertz Knecht Löwe Szczepański Häßler Bo"),
                words("Stuttgart Chemnitz Bielefeld Göppingen München Nürnberg")));
        BY_CODE.put("IT", new Country("+39 0", List.of("S.p.A.", "S.r.l."), List.of("Officine", "Torneria", "Meccanica"),
                words("Niccolò Giulia Matteo Chiara Donatella Ruggero Noemi Ettore Ilaria Fabrizio Desirée Ugo"),
                words("D’Angelis Sgrò Bevilacqua Zanchetta Mazzolari Gnocchi Traversi Perrone Lonardi Cantù Brusaferro Scalfi"),
                words("Torino Brescia Modena Bergamo Padova Cefalù")));
        BY_CODE.put("MX", new Country("+52 8", List.of("S.A. de C.V."), List.of("Maquinados"), words("Xóchitl Gerardo Itzel Ramón"),
                words("Zepeda Tlatelpa Arriaga Cuéllar"), words("Monterrey Querétaro")));
        BY_CODE.put("IN", new Country("+91 8", List.of("Pvt. Ltd."), List.of("Precision"), words("Lakshmi Arjun Jyotsna Venkatesh"),
                words("Krishnamurthy Jha Bhattacharjee Iyer"), words("Pune Coimbatore")));
        BY_CODE.put("TR", new Country("+90 2", List.of("A.Ş."), List.of("Makine"), words("Çağrı Işıl Gökhan Şule"),
                words("Yıldırım Ağaoğlu Öztürk Kılıç"), words("Bursa İzmir")));
        BY_CODE.put("US", new Country("+1 31", List.of("Inc.", "LLC"), List.of("Tooling"), words("Bo Shelby Wu Jo-Ann"),
                words("Ng Trew Flynn Wordsworth"), words("Toledo Rockford")));
    }

    /** The names and dialling code from which companies and people of a country are made. */
    private record Country(
            String dialling, List<String> forms, List<String> trades, List<String> firsts, List<String> lasts, List<String> cities) {}

    /** A company that contacts work for. */
    private record Company(String name, String domain, String industry, int employees, String country, String city) {}

    /** A row of the contact list, with the role that the title may tell. */
    private record Contact(
            String email, String first, String last, String role, String title, Company company, String phone, String budget,
            String interest, LocalDate created) {

        List<String> cells() {
            boolean known = company != null;
            return List.of(
                    email,
                    first,
                    last,
                    title,
                    known ? company.name : "",
                    known ? company.industry : "",
                    known && company.employees > 0 ? String.valueOf(company.employees) : "",
                    known ? company.country : "",
                    known ? company.city : "",
                    phone,
                    budget,
                    interest,
                    role.equals("nobody") ? "" : created.format(SPANISH_DATE));
        }
    }

    /** A row of a log: its time in seconds, and the line as it is written. */
    private record Row(long second, String line) {}

    /** A row of the outcomes: a deal that was closed, won or lost. */
    private record Outcome(String email, LocalDate closed, String status) {}

    private final SplittableRandom random;
    private final int leads;
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Row> web = new ArrayList<>();
    private final List<Row> email = new ArrayList<>();
    private final List<Row> opens = new ArrayList<>();
    private final List<Row> social = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Set<String> taken = new TreeSet<>();
    private int nextEvent = 100_000;

    private MakeSampleData(int leads, long seed) {
        this.leads = leads;
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] arguments) throws IOException {
        if (!"ñ".equals("\u00F1")) { // JDK 17 reads this file in the machine's encoding unless told
            System.err.println("this file is UTF-8: start it as java -Dfile.encoding=UTF-8 scripts/MakeSampleData.java, or as scripts/make-sample-data");
            System.exit(2);
        }
        Path directory = null;
        long seed = 20_261_120;
        boolean withTruth = false;
        int leads = 2_000;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--leads" -> leads = Integer.parseInt(arguments[++i]);
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                case "--with-truth" -> withTruth = true;
                default -> directory = Path.of(arguments[i]);
            }
        }
        if (directory == null) {
            System.err.println("usage: java scripts/MakeSampleData.java DIR [--leads N] [--seed N] [--with-truth]");
            System.exit(2);
        }
        Files.createDirectories(directory);
        new MakeSampleData(leads, seed).write(directory);
        if (withTruth) {
            Files.writeString(directory.resolve("truth.yaml"), TRUTH);
        }
    }

    private void write(Path directory) throws IOException {
        meetPeople();
        for (Contact contact : contacts) {
            new Life(contact, random.split()).live();
        }
        strangersVisit();
        contactsTwice();
        writeContacts(directory.resolve("contacts.csv"));
        writeWeb(directory);
        writeLog(directory.resolve("email.csv"), "timestamp,email,event,message,campaign", sorted(email), BROKEN_EMAIL);
        writeLog(directory.resolve("social.csv"), "timestamp,email,event,network", sorted(social), BROKEN_SOCIAL);
        writeOpens(directory.resolve("newsletter-opens.csv"));
        writeOutcomes(directory.resolve("customers.csv"));
    }

    // ---- who they are ----

    private void meetPeople() {
        List<Company> companies = new ArrayList<>();
        for (int i = 0; i < leads * 9 / 20; i++) {
            companies.add(foundCompany());
        }
        int ordinary = leads - leads / 50 - leads / 250 - leads / 160;
        for (int i = 0; i < ordinary; i++) {
            contacts.add(meet(companies.get(random.nextInt(companies.size()))));
        }
        Company rival = new Company("Rival Machine Tools, Inc.", "rival.example", "metalworking", 900, "DE", "Stuttgart");
        Company rivalInSpain = new Company("Rival Ibérica S.A.", "es.rival.example", "metalworking", 120, "ES", "Madrid");
        for (int i = 0; i < leads / 250; i++) {
            contacts.add(meet(i % 3 == 0 ? rivalInSpain : rival));
        }
        List<String> mashed = List.of("asdfgh", "qwerty", "sdfsdf", "jkljkl", "xkcdvb", "aaaaaa", "lkjsdf", "dfgdfg", "zxcvbn");
        while (contacts.size() < leads - leads / 160) {
            String first = pick(mashed);
            String company = pick(mashed);
            String mail = unique(first + random.nextInt(100), random.nextInt(3) == 0 ? "throwaway.example" : pick(FREE_MAILBOXES));
            contacts.add(new Contact(
                    mail, first, pick(mashed), "student", random.nextBoolean() ? "" : pick(mashed),
                    new Company(company, "", "", 0, COUNTRIES.pick(random), ""), random.nextBoolean() ? "1234567890" : "", "", "",
                    day(random.nextInt(600))));
        }
        while (contacts.size() < leads) { // from a list of badges scanned at a fair: an address and nothing else
            contacts.add(new Contact(
                    unique("visitor" + (100 + random.nextInt(900)), "fair-badges.example"), "", "", "nobody", "", null, "", "", "",
                    LocalDate.of(2026, 10, 14)));
        }
    }

    private Company foundCompany() {
        List<String> starts = words("Vel Kor Ald Bra Tor Mar Lan Sil Dor Fen Gal Nor Zar Pol Rem Ist Cal Dun");
        List<String> middles = words("ta re mi du lo vi na so ke ru");
        List<String> ends = words("nor dal ria mec tec lin ga zon rex via mar sol");
        String code = COUNTRIES.pick(random);
        Country country = BY_CODE.get(code);
        String stem = pick(starts) + pick(middles) + pick(ends);
        String form = pick(country.forms);
        String name = (random.nextInt(2) == 0 ? pick(country.trades) + " " : "") + stem + (form.startsWith(",") ? "" : " ") + form;
        return new Company(
                name, slug(stem) + ".example", INDUSTRIES.pick(random), employees(), code, pick(country.cities));
    }

    private int employees() {
        int kind = random.nextInt(100);
        return kind < 8 ? 1 + random.nextInt(4)
                : kind < 35 ? 5 + random.nextInt(15)
                : kind < 68 ? 20 + random.nextInt(80)
                : kind < 92 ? 100 + random.nextInt(400)
                : 500 + random.nextInt(4500);
    }

    private Contact meet(Company company) {
        Country country = BY_CODE.get(company.country);
        String first = pick(country.firsts);
        String last = pick(country.lasts);
        String role = company.domain.endsWith("rival.example") ? "technical" : ROLES.pick(random);
        boolean free = random.nextInt(100) < (role.equals("student") ? 70 : 9);
        String mail = unique(
                random.nextInt(3) == 0 ? slug(first).charAt(0) + "." + slug(last) : slug(first) + "." + slug(last),
                free ? pick(FREE_MAILBOXES) : company.domain);
        Company said = random.nextInt(100) < (free ? 45 : 6) ? new Company("", "", "", 0, company.country, company.city) : company;
        if (said == company && random.nextInt(100) < 12) {
            said = new Company(company.name, company.domain, company.industry, 0, company.country, company.city);
        }
        if (random.nextInt(400) == 0) {
            said = new Company(company.name + "\n" + pick(country.trades), said.domain, said.industry, said.employees, said.country, said.city);
        }
        return new Contact(
                mail,
                first,
                random.nextInt(300) == 0 ? last + " \"" + first + "\"" : last,
                role,
                random.nextInt(100) < 7 ? "" : pick(TITLES.get(role)),
                said,
                random.nextInt(100) < 40 ? "" : phone(country),
                random.nextInt(100) < 70 ? "" : String.valueOf(5_000 * (1 + random.nextInt(60))),
                random.nextInt(100) < 25 ? "" : pick(INTERESTS),
                day(random.nextInt(random.nextInt(3) == 0 ? 900 : 260)));
    }

    private String phone(Country country) {
        int digits = random.nextInt(1_000_000);
        String six = String.valueOf(1_000_000 + digits).substring(1);
        return country.dialling + (1 + random.nextInt(9)) + " 555 " + six.substring(0, 3) + (random.nextBoolean() ? " " : "") + six.substring(3, 5);
    }

    /** Adds some persons a second time, spelled otherwise, as joining two lists leaves them behind. */
    private void contactsTwice() {
        for (int i = 0; i < leads / 130; i++) {
            Contact once = contacts.get(random.nextInt(leads * 9 / 10));
            Contact again = new Contact(
                    once.email.toUpperCase(Locale.ROOT), once.first, once.last, once.role, "", once.company, once.phone, "", "",
                    once.created.plusDays(9));
            contacts.add(leads / 2 + random.nextInt(contacts.size() - leads / 2), again);
        }
    }

    private String unique(String name, String domain) {
        String address = name + "@" + domain;
        for (int i = 2; !taken.add(address); i++) {
            address = name + i + "@" + domain;
        }
        return address;
    }

    // ---- what they do ----

    /** The nine months of one contact. */
    private final class Life {

        private final Contact contact;
        private final SplittableRandom chance;
        private final List<Long> pricing = new ArrayList<>();
        private final List<Long> demos = new ArrayList<>();
        private long firstSeen = Long.MAX_VALUE;

        Life(Contact contact, SplittableRandom chance) {
            this.contact = contact;
            this.chance = chance;
        }

        void live() {
            if (contact.role.equals("nobody")) {
                return;
            }
            int kind = chance.nextInt(100);
            double heat = kind < 24 ? 0 : kind < 62 ? 0.12 : kind < 86 ? 0.35 : kind < 96 ? 0.7 : 1;
            int episodes = heat == 0 ? 0 : 1 + chance.nextInt(heat > 0.5 ? 3 : 2);
            for (int i = 0; i < episodes; i++) {
                visitForAWhile(START + chance.nextLong(END - START), heat);
            }
            readMail(heat);
            if (heat > 0.3 || chance.nextInt(12) == 0) {
                beSocial(heat);
            }
            decide();
        }

        private void visitForAWhile(long from, double heat) {
            long time = officeHour(from);
            int visits = 1 + (int) (heat * (3 + chance.nextInt(11)));
            for (int i = 0; i < visits && time < END; i++) {
                visit(time, heat);
                time = officeHour(time + DAY * (1 + chance.nextInt(i % 3 == 2 ? 12 : 4)));
            }
        }

        private void visit(long from, double heat) {
            long time = from;
            int pages = 1 + chance.nextInt(3 + (int) (heat * 8));
            String campaign = chance.nextInt(9) == 0 ? List.of("autumn-fair", "lathe-week", "retarget").get(chance.nextInt(3)) : "";
            boolean jobs = contact.role.equals("student") ? chance.nextInt(2) == 0 : chance.nextInt(60) == 0;
            for (int i = 0; i < pages && time < END; i++) {
                String url = jobs && i > 0 ? "/careers" : PAGES.pick(chance);
                int seconds = 5 + (int) (chance.nextDouble() * chance.nextDouble() * 500);
                web(time, "page_view", url, String.valueOf(seconds), i == 0 ? campaign : "");
                if (url.equals("/pricing")) {
                    pricing.add(time);
                }
                time += seconds + 2;
                if (url.equals("/contact") && chance.nextInt(8) == 0) {
                    web(time, "form_submit", url, "", "");
                    mail(time + 60, "email_sent", "transactional", "form-received");
                }
            }
            if (jobs) {
                return;
            }
            if (chance.nextInt(12) == 0) {
                web(time, "video_view", "/videos/" + (1 + chance.nextInt(9)), String.valueOf(20 + chance.nextInt(300)), "");
            }
            if (chance.nextInt(14) == 0) {
                web(time + 40, "download", "/files/" + (1 + chance.nextInt(9)) + ".pdf", "", campaign);
            }
            if (demos.isEmpty() && chance.nextDouble() < heat * heat * 0.10 + 0.006) {
                demos.add(time + 90);
                web(time + 90, "demo_request", "/demo", "", "");
                mail(time + 150, "email_sent", "transactional", "demo-booked");
            }
            if (chance.nextDouble() < heat * 0.02) {
                web(time + 200, "trial_request", "/simulator", "", "");
            }
        }

        private void web(long time, String event, String url, String seconds, String campaign) {
            if (time >= END) {
                return;
            }
            firstSeen = Math.min(firstSeen, time);
            addWeb(time, chance.nextInt(33) == 0 ? shouted(contact.email) : contact.email, event, url, seconds, campaign);
        }

        private void mail(long time, String event, String message, String campaign) {
            if (time < END) {
                firstSeen = Math.min(firstSeen, time);
                String address = chance.nextInt(12) == 0 ? shouted(contact.email) : contact.email;
                email.add(new Row(time, Instant.ofEpochSecond(time) + "," + address + "," + event + "," + message + "," + campaign));
            }
        }

        private void readMail(double heat) {
            if (chance.nextInt(100) < 48) {
                return;
            }
            double opens = 0.12 + 0.75 * heat * chance.nextDouble() + 0.25 * chance.nextDouble();
            boolean throughTheOtherTool = contact.company != null && contact.company.country.equals("RO");
            long leaves = chance.nextInt(45) == 0 ? START + chance.nextLong(END - START) : END;
            for (int month = 3; month <= 11; month++) {
                send(LocalDate.of(2026, month, 5), "newsletter", "news-" + month, opens, throughTheOtherTool, leaves);
                if (month % 3 != 1) {
                    send(LocalDate.of(2026, month, 17), "promotion", PROMOTIONS.get(month % 4), opens * 0.8, false, leaves);
                }
            }
            if (leaves < END) {
                mail(leaves, "unsubscribe", "newsletter", "news-" + Instant.ofEpochSecond(leaves).atZone(ZoneOffset.UTC).getMonthValue());
            }
        }

        private void send(LocalDate day, String message, String campaign, double opens, boolean otherTool, long leaves) {
            long sent = second(day) + 8 * 3600 + chance.nextInt(900);
            if (sent > leaves) {
                return;
            }
            if (!otherTool) {
                mail(sent, "email_sent", message, campaign);
            }
            if (chance.nextDouble() >= opens) {
                return;
            }
            long opened = sent + 300 + (long) (chance.nextDouble() * chance.nextDouble() * 4 * DAY);
            int times = 1 + (chance.nextInt(4) == 0 ? 1 + chance.nextInt(3) : 0);
            for (int i = 0; i < times; i++) {
                if (otherTool) {
                    openThere(opened, campaign);
                } else {
                    mail(opened, "email_open", message, campaign);
                }
                if (i == 0 && !otherTool && chance.nextDouble() < opens * 0.6) {
                    mail(opened + 25, "email_click", message, campaign);
                }
                opened += 600 + chance.nextInt(90_000);
            }
        }

        private void openThere(long time, String campaign) {
            if (time < END) {
                String local = Instant.ofEpochSecond(time).atZone(BUCHAREST).format(ROMANIAN_TIME);
                String subject = List.of("Nouveautés d'atelier", "Précision à 2 µm", "São Paulo, Núremberg").get(chance.nextInt(3));
                opens.add(new Row(time, contact.email + ";" + local + ";" + campaign + ";" + subject));
            }
        }

        private void beSocial(double heat) {
            int times = 1 + chance.nextInt(1 + (int) (heat * 5));
            for (int i = 0; i < times; i++) {
                long time = officeHour(START + chance.nextLong(END - START));
                String event = SOCIAL.pick(chance);
                String network = event.startsWith("sales") ? "" : List.of("linkup", "chirper").get(chance.nextInt(2));
                if (time < END) {
                    social.add(new Row(time, Instant.ofEpochSecond(time) + "," + contact.email + "," + event + "," + network));
                }
            }
        }

        /**
         * Decides who buys. Every sixty days, counted back from the last, those who are known think again, by what they have done
         * by then; who buys does so on one of the days that follow. Snapshots that lie sixty days apart see just what decided.
         */
        private void decide() {
            long known = second(contact.created);
            for (long when = END - (END - START) / THINKS_EVERY * THINKS_EVERY; when < END; when += THINKS_EVERY) {
                boolean buys = chance.nextDouble() < 1 / (1 + StrictMath.exp(-logOdds(when)));
                boolean says = buys || firstSeen < when && chance.nextInt(60) == 0;
                long day = when + DAY * (1 + chance.nextInt(59));
                if (known < when && says) {
                    outcomes.add(new Outcome(contact.email, Instant.ofEpochSecond(day).atZone(ZoneOffset.UTC).toLocalDate(), buys ? "won" : "lost"));
                    if (buys) {
                        return;
                    }
                }
            }
        }

        private double logOdds(long when) {
            Company company = contact.company;
            double odds = INTERCEPT + role() + industry(company.industry) + size(company.employees);
            odds += Set.of("ES", "PT", "RO", "FR", "DE", "IT").contains(company.country) ? 0 : OUTSIDE_TERRITORY;
            odds += demos.stream().anyMatch(time -> time < when) ? DEMO_REQUESTED : 0;
            return odds + PRICING_VIEW * Math.min(MOST_PRICING_VIEWS, pricing.stream().filter(time -> time < when).count());
        }

        /** The log odds of a contact's role; 0 when the title does not tell it. */
        private double role() {
            return !TITLES.getOrDefault(contact.role, List.of()).contains(contact.title) ? 0 : switch (contact.role) {
                case "decision" -> DECISION_MAKER;
                case "buyer" -> BUYER;
                case "student" -> STUDENT;
                default -> 0;
            };
        }

        private double industry(String industry) {
            return switch (industry) {
                case "aerospace" -> AEROSPACE;
                case "automotive" -> AUTOMOTIVE;
                case "education" -> EDUCATION;
                case "recruitment" -> RECRUITMENT;
                default -> 0;
            };
        }

        private double size(int employees) {
            return employees >= 500 ? FROM_500_EMPLOYEES
                    : employees >= 100 ? FROM_100_EMPLOYEES
                    : employees > 0 && employees < 5 ? BELOW_5_EMPLOYEES
                    : 0;
        }

        private long officeHour(long time) {
            long midnight = time - Math.floorMod(time, DAY);
            return midnight + 6 * 3600 + chance.nextInt(13 * 3600);
        }
    }

    private static final List<String> PROMOTIONS = List.of("lathe-week", "spindle-days", "autumn-fair", "trade-in");
    private static final Weighted SOCIAL = Weighted.of(
            "social_share", 22, "social_retweet", 18, "social_follow", 34, "sales_call", 19, "sales_meeting", 7);

    /** Adds visits of people who gave an address that nobody here knows. */
    private void strangersVisit() {
        for (int i = 0; i < leads / 2; i++) {
            String address = "visitor-" + Integer.toString(40_000 + random.nextInt(50_000), 36) + "@unknown.example";
            long time = START + random.nextLong(END - START - 3600);
            for (int page = 1 + random.nextInt(3); page > 0; page--) {
                addWeb(time, address, "page_view", PAGES.pick(random), String.valueOf(5 + random.nextInt(200)), "");
                time += 30 + random.nextInt(300);
            }
        }
    }

    private void addWeb(long time, String address, String event, String url, String seconds, String campaign) {
        String id = "w" + Integer.toString(nextEvent++, 36);
        String line = String.join(",", id, Instant.ofEpochSecond(time).toString(), address, event, url, seconds, campaign);
        web.add(new Row(time, line));
    }

    // ---- what the tools export ----

    private static final List<String> BROKEN_WEB = List.of(
            "wx0001,2026-04-31T10:00:00Z,ana@broken-row.example,page_view,/,20,", // no such day
            "wx0002,2026-05-11T09:30:00Z,ana@broken-row.example,page_view", // cut short
            "wx0003,2026-06-02T12:00:00Z,\"ana@broken-row.example,page_view,/pricing,31,", // a quote left open
            "wx0004,2026-07-09T12:00:00Z,\"ana\"@broken-row.example,page_view,/,12,", // text after a quote
            "wx0005,2026-08-20T12:00:00Z,,page_view,/lathes,12,", // nobody
            "wx0006,2026-09-01T12:00:00Z,ana@broken-row.example,page_view,/milling?q=\u0001,12,", // an invalid byte, see bytes()
            "wx0007,2026-10-01T12:00:00Z,ana@broken-row.example,page_view,/robots,12,,,"); // too long
    private static final List<String> BROKEN_EMAIL = List.of(
            "soon,ana@broken-row.example,email_open,newsletter,news-4", "2026-06-05T08:00:00Z,ana@broken-row.example");
    private static final List<String> BROKEN_SOCIAL = List.of("2026-02-30T10:00:00Z,ana@broken-row.example,social_share,linkup");
    private static final List<String> BROKEN_OPENS = List.of("ana@broken-row.example;31/09/2026 10:15;news-9;Précision");

    private void writeContacts(Path file) throws IOException {
        StringBuilder text = new StringBuilder(
                "email,first_name,last_name,title,company,industry,employees,country,city,phone,budget,interest,created_at\n");
        for (Contact contact : contacts) {
            text.append(contact.cells().stream().map(MakeSampleData::quoted).reduce((a, b) -> a + "," + b).orElseThrow())
                    .append('\n');
        }
        Files.write(file, bytes(text.toString(), StandardCharsets.UTF_8));
    }

    /** Writes the web log by month. An export is taken two days into the next month and has those days too. */
    private void writeWeb(Path directory) throws IOException {
        List<Row> rows = sorted(web);
        for (YearMonth month = YearMonth.from(FIRST_DAY); !month.isAfter(YearMonth.from(LAST_DAY)); month = month.plusMonths(1)) {
            long from = second(month.atDay(1));
            long to = second(month.plusMonths(1).atDay(1)) + 2 * DAY;
            int place = month.getMonthValue() - 4;
            writeLog(
                    directory.resolve("web-" + month + ".csv"),
                    "event_id,timestamp,email,event,url,duration_s,campaign",
                    rows.stream().filter(row -> row.second >= from && row.second < to).toList(),
                    place >= 0 && place < BROKEN_WEB.size() ? BROKEN_WEB.subList(place, place + 1) : List.of());
        }
    }

    private void writeLog(Path file, String header, List<Row> rows, List<String> broken) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        append(text, rows, broken);
        Files.write(file, bytes(text.toString(), StandardCharsets.UTF_8));
    }

    private void writeOpens(Path file) throws IOException {
        StringBuilder text = new StringBuilder("Buletin informativ: deschideri\nAtelierul digital\nGenerat;20/11/2026\n")
                .append("Email Address;Opened at;campaign;Subject\n");
        append(text, sorted(opens), BROKEN_OPENS);
        Files.write(file, bytes(text.toString(), StandardCharsets.ISO_8859_1));
    }

    private void writeOutcomes(Path file) throws IOException {
        StringBuilder text = new StringBuilder("email,closed_at,status\n");
        outcomes.stream()
                .sorted(Comparator.comparing(Outcome::closed).thenComparing(Outcome::email))
                .forEach(outcome -> text.append(outcome.email).append(',').append(outcome.closed).append(',').append(outcome.status).append('\n'));
        Files.write(file, bytes(text.toString(), StandardCharsets.UTF_8));
    }

    /** Appends the rows, the broken ones spread among them. */
    private static void append(StringBuilder text, List<Row> rows, List<String> broken) {
        int every = rows.size() / (broken.size() + 1);
        for (int i = 0; i < rows.size(); i++) {
            text.append(rows.get(i).line).append('\n');
            if (i > 0 && i % every == 0 && i / every <= broken.size()) {
                text.append(broken.get(i / every - 1)).append('\n');
            }
        }
    }

    private static byte[] bytes(String text, Charset charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : text.getBytes(charset)) {
            out.write(b == 1 ? 0xFF : b); // a byte that UTF-8 never has
        }
        return out.toByteArray();
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream().sorted(Comparator.comparingLong(Row::second).thenComparing(Row::line)).toList();
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[,\"\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String shouted(String address) {
        return address.length() % 2 == 0
                ? address.toUpperCase(Locale.ROOT)
                : address.substring(0, 1).toUpperCase(Locale.ROOT) + address.substring(1);
    }

    private static String slug(String name) {
        String plain = name.replace("ı", "i").replace("ß", "ss").replace("œ", "oe");
        return Normalizer.normalize(plain, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** The day that is so many days before the last one. */
    private static LocalDate day(int before) {
        return LAST_DAY.minus(before + 1L, ChronoUnit.DAYS);
    }

    private static long second(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static String points(double logOdds) {
        return String.format(Locale.ROOT, "%.3f", logOdds * 3 / StrictMath.log(2));
    }

    /** Words to draw from; those with the greater weight are drawn more often. */
    private record Weighted(List<String> words, List<Integer> weights, int sum) {

        static Weighted of(Object... wordsAndWeights) {
            List<String> words = new ArrayList<>();
            List<Integer> weights = new ArrayList<>();
            for (int i = 0; i < wordsAndWeights.length; i += 2) {
                words.add((String) wordsAndWeights[i]);
                weights.add((Integer) wordsAndWeights[i + 1]);
            }
            return new Weighted(words, weights, weights.stream().mapToInt(Integer::intValue).sum());
        }

        String pick(SplittableRandom random) {
            int left = random.nextInt(sum);
            int i = 0;
            while (left >= weights.get(i)) {
                left -= weights.get(i++);
            }
            return words.get(i);
        }
    }
}
