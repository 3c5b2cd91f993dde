package org.leadscore.oracle;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Draws rule files that use every form of the language, but of the kinds of text those alone that rest on a list: the others have tests of
 * their own. The same random numbers give the same file.
 */
final class RandomRules {

    /** Windows that rules ask for, so that the data can have events on their very edges. */
    static final List<String> WINDOWS = List.of("12h", "7d", "2w", "30d", "45d", "90d", "400d");

    private static final List<String> COUNTRIES = List.of("ES", "PT", "RO", " es ", "España", "NO");
    private static final List<String> TITLES = List.of("head", "CEO", "ing", "Σ", "of s", "r");
    private static final List<String> PATTERNS =
            List.of("(?i)\\b(ceo|cto|head)\\b", "^[A-Z]", "o+r", "\\d$", "[aeiou]{2}");
    private static final List<String> EVENTS =
            List.of("page_view", "PAGE_VIEW", "form", "click", "email_open", "unsubscribe");
    private static final List<String> URLS = List.of("/pricing", "/careers", "/blog", "x", "/PRICING/plans");
    private static final List<String> CAMPAIGNS = List.of("spring", "Autumn", " launch", "42");
    private static final List<String> DOMAINS = List.of("rival.com", "acme.example", "Sub.Acme.example", "example");

    private static final String LEFT_OUT =
            "      leave-out: {any: [{campaign: 42}, {value: {above: 999}}, {topics: buyer},"
                    + " {all: [{url: {starts-with: /care}}, {not: {event: [click, form]}}, {log: WEB}]},"
                    + " {filled: {of: [campaign, url, duration, top], at-most: 1}}]}\n";
    private static final String LEFT_OUT_CONTACTS =
            "    leave-out: {all: [{country: PT}, {any: [{employees: {below: 5}}, {is: staff}]}]}\n";

    private final Random random;
    private final Shape shape;
    private int names;

    private RandomRules(Random random, Shape shape) {
        this.random = random;
        this.shape = shape;
    }

    static String draw(Random random, Shape shape) {
        return new RandomRules(random, shape).file();
    }

    /** Draws the same file, with what happens after the score added. */
    static String drawWithFollowUp(Random random, Shape shape) {
        RandomRules rules = new RandomRules(random, shape);
        return rules.file() + rules.followUp();
    }

    private String followUp() {
        StringBuilder file = new StringBuilder("interests:\n");
        file.append("  - {name: i1, from: 2, rules: [").append(interestRule()).append("]}\n");
        file.append("  - {name: i2, rules: [")
                .append(interestRule())
                .append(", ")
                .append(interestRule())
                .append("]}\n");
        file.append("acquisition: ")
                .append(pick(
                        "{first: campaign}",
                        "{last: campaign}",
                        "{last: url}",
                        "{first: log}",
                        "{last: campaign, when: {campaign: {not-in: [spring, fair]}}}",
                        "{first: campaign, when: {event: visit}}",
                        "{field: country}"))
                .append('\n');
        file.append("stages: [{name: s1, when: ").append(lead(1, false)).append("}, {name: s2, when: ");
        file.append(lead(1, false)).append("}, {name: s3}]\n");
        file.append("grades: {fit: {A: 10, B: 0}, engagement: {1: 20, 2: 2.5, 3: 0}}\n");
        file.append("segments:\n").append(lines(3, () -> "{name: " + name() + ", when: " + lead(2, true) + "}"));
        file.append("hand-off: {when: %s, capacity: %s, again-after: 30d, assign: ["
                .formatted(pick(lead(1, true), "{score: {at-least: 1}}"), pick("0", "5", "20")));
        file.append("{to: ana, when: %s, capacity: 3}, {to: ion, when: %s, capacity: 4}%s]}\n"
                .formatted(lead(0, true), lead(0, true), pick("", ", {to: desk}")));
        file.append("actions:\n")
                .append(lines(
                        3,
                        () -> "{name: " + name() + ", when: " + lead(1, true) + pick("", ", also: true")
                                + pick("", ", again-after: 7d") + "}"));
        return file.append("accounts: {by: %s, combine: %s, columns: [%s]}\n"
                        .formatted(
                                pick("country", "title", "country"),
                                pick("{top: 2}", "sum", "max", "mean"),
                                pick("title", "title, country")))
                .toString();
    }

    private String interestRule() {
        return "{did: " + event(1) + ", points: " + points() + count() + pick("", ", limit: 2") + within()
                + pick("", ", decay: " + decay()) + "}";
    }

    private String lead(int depth, boolean staged) {
        return condition(depth, () -> leadTests(staged));
    }

    private List<String> leadTests(boolean staged) {
        List<String> tests = new ArrayList<>(contactTests());
        tests.add("score: " + pick("{at-least: 10}", "{below: 30.5}", "0", "[0, 100]"));
        tests.add("fit: " + pick("{above: 0}", "{at-most: -0.001}"));
        tests.add("engagement: " + pick("{above: 2.5}", "{below: 10}"));
        tests.add("idle-days: " + pick("{above: 14}", "{at-most: 7}", "{present: false}"));
        tests.add("status: " + pick("scored", "{not: scored}", "[no-data, disqualified]", "customer"));
        tests.add("rules: " + pick("r1", "[r2, r3]", "{present: true}"));
        tests.add("interest: " + pick("i1", "{not: i1}", "{present: false}"));
        tests.add("source: " + pick("{present: true}", "{contains: s}", "[spring, web, es]"));
        tests.add("did: " + pick(pick(EVENTS) + count() + range(), event(1) + within()));
        if (staged) {
            tests.add("stage: " + pick("s1", "[s2, s3]"));
        }
        return tests;
    }

    private String file() {
        StringBuilder file = new StringBuilder("version: 1\ntimezone: Europe/Madrid\n");
        if (shape.visitGap() != 0) {
            file.append("visit-gap: ").append(shape.visitGap()).append("m\n");
        }
        file.append("sources:\n").append(sources());
        file.append("definitions:\n  staff: {email: {ends-with: sub.acme.example}}\n  good fit: ")
                .append(contact(1))
                .append('\n');
        file.append("  Better Fit: {any: [{is: Good FIT}, ").append(contact(1)).append("]}\n");
        file.append("  seen: ").append(event(1)).append('\n');
        file.append("explicit:\n").append(lines(3 + random.nextInt(4), this::explicit));
        file.append("implicit:\n").append(lines(6 + random.nextInt(5), this::implicit));
        file.append("groups:\n").append(groups());
        if (random.nextBoolean()) {
            file.append("inactivity: {after: %s, lose: %s, every: %s}%n"
                    .formatted(
                            pick("20d", "45d", "12h"),
                            pick("25%", "50%", "10%", "12.5%", "100%", "0%"),
                            pick("30d", "61d")));
        }
        file.append(pick(
                "score: {zero: 0, full: 60}\n",
                "score: {zero: -10, full: 45.5, decimals: 2}\n",
                "score: {zero: 5, full: 80, min: -20, max: 150.5, decimals: 1}\n",
                "score: {zero: 30, full: -30, min: 0.5, decimals: 0}\n",
                ""));
        file.append(pick(
                "buckets: [{name: hot, from: 70}, {name: warm, from: 40.5}, {name: cold, from: 0}]\n",
                "buckets: [{name: A, from: 50}, {name: B, from: 10}]\n",
                ""));
        if (random.nextInt(3) > 0) {
            file.append("disqualify:\n").append(lines(1 + random.nextInt(2), this::disqualify));
        }
        if (shape.outcomes()) {
            file.append(pick("", "", "", "customers: keep\n"));
        }
        return file.toString();
    }

    private String lines(int count, java.util.function.Supplier<String> line) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  - " + line.get() + "\n")
                .collect(joining());
    }

    private String sources() {
        StringBuilder text = new StringBuilder();
        String id = shape.exact() ? "{columns: [account, user], case: exact}" : "[account, user]";
        if (shape.contacts()) {
            text.append("  contacts:\n    path: contacts.csv\n    decimal: ','\n    delimiter: ';'\n    duplicates: ")
                    .append(shape.lastDuplicate() ? "last" : "first")
                    .append("\n    lead: ")
                    .append(shape.split() ? id : lead("Lead ID"))
                    .append('\n');
            if (shape.created().rules != null) {
                text.append("    dates: {created: '")
                        .append(shape.created().rules)
                        .append("'}\n");
            }
            text.append(shape.since() ? "    since: created\n" : "");
            text.append(shape.lastDuplicate() ? LEFT_OUT_CONTACTS : "");
            text.append("    nothing: [none, N/A]\n    thousands: .\n    columns:\n");
            text.append("      plan: {from: props, json: plan}\n      sizes: {from: props, json: sizes, split: ;}\n");
            text.append("      tags: {split: ;}\n      person: {from: contact, address: true}\n");
            text.append("      budget: {number: {decimal: ., thousands: ','}}\n");
        }
        if (shape.outcomes()) {
            text.append("  outcomes: {path: customers.csv, time: closed, won: {status: Won}, lead: ")
                    .append(lead("Customer"))
                    .append("}\n");
        }
        text.append("  events:\n    - name: web\n      path: ")
                .append(pick("'web-*.csv'", "[web-1.csv, web-2.csv, web-3.csv]", "[web-3.csv, 'web-*.csv', web-1.csv]"))
                .append("\n      time: at\n      event: event\n      lead: ")
                .append(shape.split() ? id : lead("user"))
                .append('\n');
        if (shape.keyed()) {
            text.append("      key: ")
                    .append(pick("event_id", "[event_id]\n      duplicates: newest"))
                    .append('\n');
        }
        text.append("      columns:\n        source: {from: link, query: utm_source}\n");
        text.append("        host: {from: link, part: host}\n        top: {from: host, match: '([a-z]+)$'}\n");
        text.append("        topics: {split: '|'}\n        medium: {constant: Web}\n");
        text.append(random.nextBoolean() ? "      nothing: none\n" : LEFT_OUT);
        text.append("    - name: Mail\n      path: mail.csv\n      delimiter: ';'\n      decimal: ','\n      lead: ")
                .append(lead("Address"))
                .append("\n      time: ");
        String format = shape.opened().rules == null ? "" : ", format: '" + shape.opened().rules + "'";
        text.append("{column: Opened at")
                .append(format)
                .append(", timezone: ")
                .append(shape.mailZone())
                .append("}\n");
        text.append("      event: ")
                .append(shape.constantEvent() ? "{constant: email_open}" : "What")
                .append('\n');
        return text.toString();
    }

    private String lead(String column) {
        return shape.exact() ? "{column: " + column + ", case: exact}" : column;
    }

    // Rules

    private String explicit() {
        String head = "{name: " + name() + (random.nextInt(3) == 0 ? ", group: " + pick("profile", "firm") : "");
        String body = switch (random.nextInt(5)) {
            case 3 ->
                ", field: tags, values: {beta: %s, alpha: %s, '12': %s}%s"
                        .formatted(points(), points(), points(), pick("", ", otherwise: " + points()));
            case 0 ->
                ", field: country, values: {ES: %s, pt: %s, ' rO ': %s%s}%s"
                        .formatted(
                                points(),
                                points(),
                                points(),
                                random.nextBoolean() ? ", '': " + points() : "",
                                random.nextBoolean() ? ", otherwise: " + points() : "");
            case 1 ->
                ", field: employees, tiers: [{at-least: 500, points: %s}, {above: 49.5, points: %s}, {%s, points: %s}]"
                        .formatted(points(), points(), pick("below: 5", "present: false", "present: true"), points());
            case 2 -> ", when: {is: %s}, points: %s".formatted(pick("good fit", "BETTER fit"), points());
            default -> ", when: %s, points: %s".formatted(contact(2), points());
        };
        return head + body + bounds(4) + "}";
    }

    private String implicit() {
        String head = "{name: " + name()
                + (random.nextInt(2) == 0 ? ", group: " + pick("web", "email", "Social") : "")
                + (random.nextInt(3) == 0 ? ", within: " + window() : "");
        String body = switch (random.nextInt(8)) {
            case 0 ->
                ", sum: " + pick("duration", "value") + ", per: " + pick("60", "7.5", "0.1", "1000") + did()
                        + (random.nextBoolean()
                                ? ", points: " + points() + (random.nextBoolean() ? ", limit: 4" : "")
                                : pick(times(), tiers()));
            case 1 ->
                ", rate: {of: %s, over: %s%s}%s%s"
                        .formatted(
                                event(1),
                                event(0),
                                pick("", ", from-events: 3"),
                                pick("", ", count: {distinct: " + pick("campaign", "url") + "}"),
                                pick(times(), rateTiers()));
            case 2 -> did() + count() + times() + pick("", ", decay: " + decay());
            case 3 -> did() + count() + tiers() + pick("", ", decay: " + decay());
            default ->
                did()
                        + count()
                        + ", points: "
                        + points()
                        + pick("", ", limit: 1", ", limit: 3")
                        + pick("", ", decay: " + decay());
        };
        return head + body + bounds(3) + (random.nextInt(4) == 0 ? ", activity: " + random.nextBoolean() : "") + "}";
    }

    private String disqualify() {
        return "{name: " + name()
                + (random.nextBoolean()
                        ? ", when: " + contact(1)
                        : ", did: unsubscribe" + pick(count(), count() + range()) + pick("", ", within: " + window()))
                + "}";
    }

    private String groups() {
        return """
              profile: {weight: %s, max: %s}
              firm: {min: -3.5}
              web: {weight: %s, max: %s}
              email: {max: 20, min: -10, decay: %s}
              Social: %s
            """.formatted(
                        pick("0.5", "1", "1.25", "0"),
                        pick("10", "25"),
                        pick("0.333", "1", "2"),
                        pick("15", "60"),
                        decay(),
                        pick("{weight: 0.1}", "{decay: " + decay() + "}"));
    }

    private String did() {
        return ", did: "
                + switch (random.nextInt(4)) {
                    case 0 -> pick(EVENTS);
                    case 1 -> "[" + pick(EVENTS) + ", " + pick(EVENTS) + "]";
                    default -> event(1);
                };
    }

    private String count() {
        return pick(
                "",
                ", count: events",
                ", count: days",
                ", count: days",
                ", count: visits",
                ", count: visits",
                ", count: {distinct: " + pick("campaign", "url", "event", "log", "source", "topics") + "}");
    }

    private String times() {
        return range() + ", points: " + points();
    }

    private String range() {
        String range = pick(
                "at-least: " + (1 + random.nextInt(5)),
                "at-most: 2",
                "exactly: " + random.nextInt(4),
                "above: 1, below: 4");
        return ", times: {" + range + within() + "}";
    }

    private String tiers() {
        int high = 4 + random.nextInt(8);
        int low = 1 + random.nextInt(3);
        String last = pick("", ", {exactly: 0, points: " + points() + "}");
        return ", tiers: [{at-least: %d%s, points: %s}, {at-least: %d%s, points: %s}%s]"
                .formatted(high, within(), points(), low, within(), points(), last);
    }

    private String rateTiers() {
        return ", tiers: [{at-least: 0.5%s, points: %s}, {above: 0.2, points: %s}, {exactly: 0, points: %s}]"
                .formatted(within(), points(), points(), points());
    }

    private String decay() {
        return pick(
                "{half-life: 30d}",
                "{half-life: 1w}",
                "{linear: 90d}",
                "{linear: 36h}",
                "{step: 15%, every: 45d}",
                "{step: 33.3%, every: 7d}");
    }

    private String within() {
        return random.nextInt(3) == 0 ? ", within: " + window() : "";
    }

    private String bounds(int oneIn) {
        return (random.nextInt(oneIn) == 0 ? ", max: " + pick("4", "12.5", "0") : "")
                + (random.nextInt(oneIn) == 0 ? ", min: " + pick("-4", "-0.5") : "");
    }

    // Conditions

    private String contact(int depth) {
        return condition(depth, this::contactTests);
    }

    private String event(int depth) {
        return condition(depth, this::eventTests);
    }

    /** A mapping of one test or two, or other conditions combined. */
    private String condition(int depth, java.util.function.Supplier<List<String>> tests) {
        if (depth > 0 && random.nextInt(3) == 0) {
            String first = condition(depth - 1, tests);
            String second = condition(depth - 1, tests);
            return switch (random.nextInt(3)) {
                case 0 -> "{all: [" + first + ", " + second + "]}";
                case 1 -> "{any: [" + first + ", " + second + "]}";
                default -> "{not: " + first + "}";
            };
        }
        List<String> drawn = new ArrayList<>(tests.get());
        Collections.shuffle(drawn, random);
        return "{" + String.join(", ", drawn.subList(0, random.nextInt(4) == 0 ? 2 : 1)) + "}";
    }

    /** Draws one test for each column, so that no column comes twice. */
    private List<String> contactTests() {
        return List.of(
                "country: "
                        + pick(
                                quoted(pick(COUNTRIES)),
                                texts(COUNTRIES),
                                "{not-in: " + texts(COUNTRIES) + "}",
                                "{not: " + quoted(pick(COUNTRIES)) + "}",
                                "{in: " + texts(COUNTRIES) + ", not: PT}"),
                "title: "
                        + pick(
                                "{contains: " + quoted(pick(TITLES)) + "}",
                                text(TITLES),
                                "{matches: " + quoted(pick(PATTERNS)) + "}"),
                "employees: " + numbers("50", "7.5", "-3", "500"),
                "budget: " + numbers("1000.5", "0", "999999999999"),
                "created: "
                        + pick(
                                "{after: 90d}",
                                "{within-next: 12h}",
                                "{before: 2026-03-29}",
                                "{after: '2026-10-25 02:30'}",
                                "{before: 45d, after: 400d}",
                                "{after: 2026-01-01T00:00:00Z, before: 2026-10-25}"),
                "email: "
                        + pick(
                                "{domain: " + pick(DOMAINS) + "}",
                                "{domain: [" + pick(DOMAINS) + ", Rival.com]}",
                                "{kind: free-mail}",
                                "{kind: disposable-mail}",
                                "{present: true}"),
                "site: " + pick("{domain: [example, rival.com]}", "{present: false}", "{ends-with: [.com, /]}"),
                "plan: " + pick("pro", "{not: free}", "{present: true}", "{at-least: 10}"),
                "sizes: " + pick("{at-least: 50}", "{not-in: [7, 12]}", "{above: 12, below: 600}", "{present: false}"),
                "tags: "
                        + pick(
                                "[beta, gamma]",
                                "{in: [beta, alphabet]}",
                                "{not: alpha}",
                                "{starts-with: alpha, not: alpha}",
                                "{matches: '^ ?[Bb]'}",
                                "{present: true}",
                                "{at-least: 12}"),
                "person: " + pick("{domain: rival.com}", "{contains: ana}", "bo@rival.com"),
                "filled: "
                        + pick(
                                "{of: [tags, plan, sizes], at-least: 2}",
                                "{of: [phone, site, budget], at-least: 2}",
                                "{of: [phone, site, budget, title], at-least: 1, at-most: 3}",
                                "{of: [phone, country], at-most: 1}"));
    }

    private List<String> eventTests() {
        return List.of(
                        "event: " + pick(quoted(pick(EVENTS)), texts(EVENTS), "{not: click}", "{matches: '^page'}"),
                        "url: "
                                + pick(
                                        "{contains: " + pick(URLS) + "}",
                                        text(URLS),
                                        "{present: true}",
                                        "{matches: 'p(l|r)'}"),
                        "campaign: "
                                + pick(
                                        quoted(pick(CAMPAIGNS)),
                                        "{not-in: " + texts(CAMPAIGNS) + "}",
                                        "{present: false}"),
                        "source: " + pick("spring sale", "{contains: [a+b, i]}", "{present: false}"),
                        "host: "
                                + pick(
                                        "shop.example",
                                        "{in: [shop.example, www.example]}",
                                        "{ends-with: example}",
                                        "{not: shop.example}"),
                        "top: " + pick("example", "{present: false}"),
                        "topics: " + pick("beta", "{not-in: [alpha, gamma]}", "{starts-with: a, not: alpha}"),
                        "medium: " + pick("web", "{present: false}"),
                        "duration: " + numbers("60", "7.5", "300"),
                        "value: " + numbers("0", "12.25"),
                        "log: " + pick("web", "MAIL", "[web, mail]", "{not: mail}"),
                        "column.event: " + pick("{present: true}", "page_view"),
                        "due: "
                                + pick(
                                        "{after: 30d}",
                                        "{within-next: 30d}",
                                        "{within-next: 7d, after: 2w}",
                                        "{before: 2026-03-29T03:30:00}",
                                        "{present: true, before: 10d}"),
                        "filled: {of: [campaign, url, value], at-least: " + (1 + random.nextInt(2)) + "}",
                        "is: seen")
                .subList(0, names == 0 ? 14 : 15);
    }

    private String numbers(String... bounds) {
        String bound = pick(bounds);
        return pick(
                "{at-least: " + bound + "}",
                "{at-most: " + bound + "}",
                "{above: " + bound + "}",
                "{below: " + bound + "}",
                "{above: -100, at-most: " + bound + "}",
                "{present: true, at-least: " + bound + ", below: 1000000000000000}");
    }

    private String text(List<String> from) {
        return pick("{contains: ", "{starts-with: ", "{ends-with: ") + pick(quoted(pick(from)), texts(from)) + "}";
    }

    private String texts(List<String> from) {
        List<String> some = new ArrayList<>(from);
        Collections.shuffle(some, random);
        return some.subList(0, 2).stream().map(RandomRules::quoted).collect(joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private String name() {
        return "r" + ++names;
    }

    private String window() {
        return pick(WINDOWS);
    }

    private String points() {
        return pick("1", "2.5", "-3", "5", "0.125", "10", "-0.001", "20", "7.333");
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    private String pick(List<String> from) {
        return Shape.pick(random, from);
    }
}
