package org.leadscore.rules.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocsRulesTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)\n```yaml\n(.*?)\n```\n");

    private final List<String> examples = examples();

    @TestFactory
    Stream<DynamicTest> every_example_is_read_without_a_problem() {
        return examples.stream()
                .map(yaml -> DynamicTest.dynamicTest(
                        yaml,
                        () -> assertThatCode(() -> RuleFile.parse("docs/rules.md", yaml))
                                .doesNotThrowAnyException()));
    }

    @Test
    void there_are_examples_of_every_part() {
        assertThat(examples).hasSizeGreaterThan(20);
        assertThat(String.join("\n", examples))
                .contains("explicit:", "implicit:", "groups:", "buckets:", "disqualify:", "inactivity:", "report:");
    }

    @TestFactory
    Stream<DynamicTest> every_rule_file_beside_the_docs_is_read_without_a_problem() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs", "examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.toString(),
                            () -> assertThatCode(() -> RuleFile.read(file)).doesNotThrowAnyException()));
        }
    }

    private static List<String> examples() {
        try {
            String page = Files.readString(Path.of("docs", "rules.md"));
            return EXAMPLE.matcher(page)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
