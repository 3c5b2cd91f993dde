package org.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.cli.LeadScore;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocsTest {

    private static final Path DOCS = Path.of("docs/command-line.md");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern EXAMPLE =
            Pattern.compile("```\n\\$ scripts/leadscore ([^\n]*)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  ");

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
    void the_readme_begins_with_what_the_program_prints() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Matcher example = EXAMPLE.matcher(readme);

        assertThat(example.find()).isTrue();
        StringWriter said = new StringWriter();
        String printed = run(said, example.group(1).split(" ", -1));
        assertThat(printed + said).isEqualTo(example.group(2));
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
        LeadScore.run(
                args, InputStream.nullInputStream(), out, said, Clock.systemUTC(), Path.of(""), false, false, 1 << 30);
        return out.toString(StandardCharsets.UTF_8);
    }
}
