package org.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;
import org.leadscore.kind.TextKinds;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.LeadValue;
import org.leadscore.rules.read.ConditionWord;
import org.leadscore.rules.read.Operator;
import org.leadscore.rules.rule.Decay;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocsTest {

    private static final Path DOCS = Path.of("docs/command-line.md");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern EXAMPLE =
            Pattern.compile("```\n\\$ scripts/leadscore ([^\n]*)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  ");

    /** A block of a page that can be pasted into a shell, and a command in it. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\n(.*?)^ *```");

    private static final Pattern COMMAND_OF_BLOCK = Pattern.compile("(?m)^ *leadscore (.*)$");

    /** The width of the terminal that the first example of the README shows. */
    private static final int COLUMNS_OF_THE_README = 100;

    private static final Path RULES = Path.of("docs/rules.md");
    private static final Path CASES = Path.of("src/test/cases");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void the_docs_and_the_readme_name_every_command() throws IOException {
        String docs = Files.readString(DOCS);
        String readme = Files.readString(Path.of("README.md"));

        assertThat(commands()).contains("score", "check").allSatisfy(command -> {
            assertThat(docs).contains("leadscore " + command);
            assertThat(readme).contains("leadscore " + command);
        });
    }

    @Test
    void the_docs_name_every_option_and_none_that_is_not_there() throws IOException {
        Set<String> there = new TreeSet<>(found(OPTION, run("--help")));
        for (String command : commands()) {
            there.addAll(found(OPTION, run(command, "--help")));
        }

        assertThat(found(OPTION, Files.readString(DOCS))).isEqualTo(there);
    }

    @Test
    void the_section_of_each_command_begins_with_all_of_its_options() throws IOException {
        String docs = Files.readString(DOCS);

        for (String command : commands()) {
            Set<String> options = found(OPTION, run(command, "--help"));
            options.remove("--help");
            assertThat(found(OPTION, between(docs, "\n## " + command + "\n\n```\n", "```")))
                    .as(command)
                    .isEqualTo(options);
        }
    }

    @Test
    void the_docs_have_the_operators_that_there_are() throws IOException {
        assertThat(firstCells("| operator | holds when the value … |"))
                .containsExactlyInAnyOrderElementsOf(Operator.words());
    }

    @Test
    void the_docs_have_the_kinds_of_text_that_there_are() throws IOException {
        assertThat(firstCells("| kind | holds for |")).containsExactlyInAnyOrderElementsOf(TextKinds.names());
    }

    @Test
    void the_docs_have_what_can_be_counted() throws IOException {
        Set<String> named = code(between(Files.readString(RULES), "2. **Count.**", "3. **Limit.**"));

        assertThat(Count.Kind.values()).allSatisfy(kind -> assertThat(named).contains(kind.form()));
    }

    @Test
    void the_docs_have_the_forms_of_decay_that_there_are() throws IOException {
        List<String> keys = firstCells("| form | factor at age a |").stream()
                .filter(form -> form.startsWith("{"))
                .map(form -> form.substring(1, form.indexOf(':')))
                .toList();

        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Decay.Form.values()).map(Decay.Form::word).toList());
    }

    @Test
    void the_docs_have_what_can_be_asked_of_leads() throws IOException {
        assertThat(firstCells("| value | is |"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(LeadValue.values()).map(LeadValue::word).toList());
    }

    @Test
    void the_docs_have_the_words_that_a_column_cannot_bear() throws IOException {
        String rules = Files.readString(RULES);
        Set<String> named = code(between(rules, "- A column with the name of a word of the language", " is written"));
        named.addAll(code(between(rules, "- Every other name is a contact column.", "\n")));
        named.remove("column.NAME");

        assertThat(named).containsExactlyInAnyOrderElementsOf(ConditionWord.words());
    }

    @Test
    void the_docs_have_each_column_of_each_report(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("contacts.csv"), "email,country\nana@bank.example,ES\n");
        Files.writeString(
                folder.resolve("web.csv"),
                "email,time,event\nana@bank.example,2026-11-20,view\nana@bank.example,soon,view\n");
        Files.writeString(folder.resolve("rules.yaml"), """
                sources:
                  contacts: {path: contacts.csv}
                  events: {path: web.csv, time: time}
                explicit: [{name: Spain, when: {country: ES}, points: 20}]
                implicit: [{name: Views, did: view, points: 60}]
                interests: [{name: lathes, rules: [{did: view, points: 1}]}]
                acquisition: {field: country}
                stages: [{name: all}]
                grades: {fit: {A: 0}, engagement: {1: 0}}
                segments: [{name: active, when: {idle-days: {below: 30}}}]
                hand-off: {when: {bucket: hot}}
                actions: [{name: news, also: true}]
                accounts: {by: country}
                """);
        Path reports = folder.resolve("reports");
        String rules = folder.resolve("rules.yaml").toString();
        String leads = reports.resolve("leads.csv").toString();
        for (String day : List.of("2026-11-21", "2026-11-22")) {
            run("score", "--rules", rules, "--as-of", day, "--output-dir", reports.toString(), "--previous", leads);
        }
        String ledger = folder.resolve("ledger.csv").toString();
        run(
                "score",
                "--rules",
                rules,
                "--as-of",
                "2026-11-22",
                "--output",
                "" + folder.resolve("x"),
                "--ledger",
                ledger);
        String learned = CASES.resolve("calibrate/tables-that-are-learned-and-learned-again/rules.yaml")
                .toString();
        String table = folder.resolve("calibration.csv").toString();
        run("calibrate", "--rules", learned, "--output", folder + "/learned.yaml", "--table", table, "--quiet");
        String gated =
                CASES.resolve("evaluate/a-gate-that-is-not-met/rules.yaml").toString();
        run("evaluate", "--rules", gated, "--gains", folder.resolve("gains.csv").toString(), "--quiet");
        String moved = CASES.resolve("diff/who-moves-and-why").toString();
        run(
                "diff",
                moved + "/old.yaml",
                moved + "/new.yaml",
                "--as-of",
                "2026-06-01",
                "--output",
                folder + "/moves.csv");
        String docs = Files.readString(DOCS);

        assertColumns(reports.resolve("leads.csv"), between(docs, "**leads.csv**", "With `--output-dir`"));
        assertColumns(reports.resolve("hand-off.csv"), between(docs, "| `hand-off.csv`", "\n"));
        assertColumns(reports.resolve("actions/news.csv"), between(docs, "| `actions/NAME.csv`", "\n"));
        assertColumns(reports.resolve("segments/active.csv"), between(docs, "| `segments/NAME.csv`", "\n"));
        assertColumns(reports.resolve("accounts.csv"), between(docs, "| `accounts.csv`", "\n"));
        assertColumns(reports.resolve("rejects.csv"), between(docs, "**rejects.csv**", "\n\n"));
        assertColumns(folder.resolve("ledger.csv"), between(docs, "The **ledger** has", "\n\n"));
        assertColumns(folder.resolve("calibration.csv"), between(docs, "`--table FILE`", "\n- "));
        assertColumns(folder.resolve("gains.csv"), between(docs, "- `--gains FILE`", "\n\n"));
        assertColumns(folder.resolve("moves.csv"), between(docs, "`--output FILE` writes all leads that move", "\n\n"));
        assertThat(code(between(docs, "**summary.json**", "\n\n")))
                .containsAll(keys(Files.readString(reports.resolve("summary.json"))));
    }

    @Test
    void the_readme_begins_with_what_the_program_prints() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Matcher example = EXAMPLE.matcher(readme);

        assertThat(example.find()).isTrue();
        StringWriter said = new StringWriter();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LeadScore.run(
                example.group(1).split(" ", -1),
                InputStream.nullInputStream(),
                out,
                said,
                Clock.systemUTC(),
                Path.of(""),
                new Terminal(COLUMNS_OF_THE_README, COLUMNS_OF_THE_README, false, false),
                1 << 30);
        assertThat(out.toString(StandardCharsets.UTF_8) + said).isEqualTo(example.group(2));
    }

    @Test
    void the_picture_of_the_readme_shows_what_the_page_of_the_sample_begins_with(@TempDir Path folder)
            throws IOException {
        Matcher picture = Pattern.compile("!\\[([^\\]]+)\\]\\((docs/images/report\\.png)\\)")
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(picture.find()).isTrue();
        String made = Files.readString(Path.of("scripts/picture-of-report"));
        String ranking = folder.resolve("leads.csv").toString();
        String page = folder.resolve("report.html").toString();
        String ledger = folder.resolve("ledger.csv").toString();

        for (String day : List.of("2026-11-19T18:00", "2026-11-20T18:00")) {
            assertThat(made).contains("leadscore score --as-of " + day);
            run(("score --quiet --as-of " + day + " --output " + ranking + " --previous " + ranking + " --ledger "
                            + ledger + " --page " + page)
                    .split(" ", -1));
        }

        assertThat(Files.readString(Path.of(page)))
                .containsPattern("<h1[^>]*>" + Pattern.quote(picture.group(1)) + "</h1>");
        assertThat(Files.size(Path.of(picture.group(2)))).isBetween(10_000L, 250_000L);
    }

    @Test
    void the_readme_has_no_figure_but_those_that_its_commands_print() throws IOException {
        String prose = Files.readString(Path.of("README.md"))
                .replaceAll("(?ms)^ *```.*?^ *```$", "")
                .replaceAll("!\\[[^]]*\\]", "")
                .replaceAll("`[^`]*`", "")
                .replaceAll("(?m)^Exit codes: .*(?:\n.+)*", "");

        assertThat(found(Pattern.compile("\\d[\\d.,]*\\d|\\d"), prose))
                .as("versions of Java, Maven and the licence")
                .containsExactlyInAnyOrder("17", "3.8.7", "2.0");
    }

    @Test
    void the_readme_stays_short() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void the_commands_about_people_can_be_run_as_they_stand(@TempDir Path folder) throws IOException {
        Path place = Files.createDirectory(folder.resolve("leads"));
        Files.setPosixFilePermissions(
                Files.writeString(folder.resolve("pseudonyms.key"), "b6b1c7a1f2d84f0c9a5e3d7b60418fce"),
                PosixFilePermissions.fromString("rw-------"));
        Files.writeString(
                place.resolve("contacts.csv"),
                "email,first_name,last_name,company,phone\nana@bank.example,Ana,A,Bank,1\n");
        Files.writeString(place.resolve("web.csv"), "email,time,event\nana@bank.example,2026-11-20,view\n");
        Files.writeString(place.resolve("rules.yaml"), """
                sources:
                  contacts: {path: contacts.csv}
                  events: {path: web.csv, time: time}
                implicit: [{name: Views, did: view, points: 90}]
                report: {columns: [first_name, last_name, company, phone]}
                hand-off: {when: {bucket: hot}, again-after: 30d}
                ledger: {keep: 400d}
                """);
        String pages = Files.readString(Path.of("docs/privacy.md"))
                + between(Files.readString(DOCS), "### Reports that leave the house", "## explain");

        List<String> commands = BLOCK.matcher(pages)
                .results()
                .flatMap(block -> COMMAND_OF_BLOCK.matcher(block.group(1)).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(commands).hasSizeGreaterThan(6);
        for (String command : commands) {
            StringWriter said = new StringWriter();
            assertThat(runIn(place, said, command.split(" ", -1)))
                    .as(command + "\n" + said)
                    .isZero();
        }
    }

    @Test
    void the_readme_and_the_pages_about_people_lead_to_each_other() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("(docs/privacy.md)", "(SECURITY.md)");
        assertThat(Files.readString(Path.of("SECURITY.md"))).contains("(docs/privacy.md)");
        assertThat(Files.readString(Path.of("docs/privacy.md"))).contains("(../SECURITY.md)");
    }

    @Test
    void the_schema_beside_the_docs_is_the_one_that_is_printed() throws IOException {
        String beside = Files.readString(Path.of("docs", "rules.schema.json"));

        assertThat(beside)
                .as("scripts/leadscore schema > docs/rules.schema.json renews it")
                .isEqualTo(run("schema"));
    }

    @Test
    void examples_of_the_help_can_be_pasted_as_no_line_of_them_is_broken() {
        assertThat(commands())
                .allSatisfy(command -> assertThat(run(command, "--help")
                                .split("Examples:\n", -1)[1]
                                .lines())
                        .allMatch(line -> line.startsWith("  ")));
    }

    /** @param passage of the docs, which names columns as code, one by one or in lists */
    private static void assertColumns(Path table, String passage) throws IOException {
        List<String> header = List.of(Files.readAllLines(table).get(0).split(",", -1));

        assertThat(code(passage)).as(table.getFileName().toString()).containsAll(header);
    }

    private static List<String> keys(String json) throws IOException {
        List<String> keys = new ArrayList<>();
        new ObjectMapper().readTree(json).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The words written as code in the first cells of the table with that head. */
    private static Set<String> firstCells(String head) throws IOException {
        Set<String> cells = new TreeSet<>();
        between(Files.readString(RULES), "\n" + head + "\n", "\n\n")
                .lines()
                .skip(1)
                .forEach(row -> cells.addAll(code(row.split("\\|", -1)[1])));
        return cells;
    }

    /** The words written as code; a list as its items. */
    private static Set<String> code(String text) {
        return CODE.matcher(text.replace("\n", " "))
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(", +", -1)))
                .map(item -> item.replaceFirst("^count: ", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String between(String text, String from, String to) {
        assertThat(text).contains(from);
        String behind = text.substring(text.indexOf(from) + from.length());
        return behind.contains(to) ? behind.substring(0, behind.indexOf(to)) : behind;
    }

    private static Set<String> commands() {
        Set<String> commands = new TreeSet<>();
        COMMAND.matcher(run("--help")).results().forEach(match -> commands.add(match.group(1)));
        commands.remove("leadscore"); // in the examples
        return commands;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String run(String... args) {
        return run(new StringWriter(), args);
    }

    private static String run(StringWriter said, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(Path.of(""), out, said, Clock.systemUTC(), args);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Runs in a directory, always at the same time; the exit code. */
    private static int runIn(Path place, StringWriter said, String... args) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
        return run(place, new ByteArrayOutputStream(), said, clock, args);
    }

    private static int run(Path place, OutputStream out, StringWriter said, Clock clock, String... args) {
        return LeadScore.run(args, InputStream.nullInputStream(), out, said, clock, place, Terminal.NONE, 1 << 30);
    }
}
