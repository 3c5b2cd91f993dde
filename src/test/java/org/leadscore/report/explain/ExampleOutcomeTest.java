package org.leadscore.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.rules.file.RuleFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExampleOutcomeTest {

    private static final Pattern YAML = Pattern.compile("(?s)\n```yaml\n(.*?)\n```\n");

    @Test
    void the_examples_in_the_docs_hold() throws IOException {
        List<RuleFile> files = YAML.matcher(Files.readString(Path.of("docs", "rules.md")))
                .results()
                .map(block -> RuleFile.parse("docs/rules.md", block.group(1)))
                .filter(file -> !file.examples().isEmpty())
                .toList();

        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ExamplesText.render("docs/rules.md", outcomes(file)))
                        .isEqualTo("docs/rules.md: 2 examples hold\n"));
    }

    @Test
    void an_xml_parser_reads_what_was_written() throws Exception {
        RuleFile file = RuleFile.parse("rules <1>.yaml", """
                implicit: [{name: 'Demo & "more" ]]> \u00e9\uD83D\uDE00', did: demo, points: 25}]
                tests:
                  - {name: "a <b> & \\"c\\" \\x07\\t\\n", expect: {rules: {'Demo & "more" ]]> \u00e9\uD83D\uDE00': 25}}}
                  - {name: holds, expect: {score: 0}}
                """);
        ByteArrayOutputStream xml = new ByteArrayOutputStream();

        JunitXml.write(file.name(), outcomes(file), xml);
        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.toByteArray()));

        Element suite = (Element) read.getElementsByTagName("testsuite").item(0);
        Element failed = (Element) read.getElementsByTagName("testcase").item(0);
        Element failure = (Element) failed.getElementsByTagName("failure").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("rules <1>.yaml");
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(failed.getAttribute("name")).isEqualTo("a <b> & \"c\" \uFFFD");
        assertThat(failure.getAttribute("message"))
                .isEqualTo("rules: Demo & \"more\" ]]> \u00e9\uD83D\uDE00: expected 25, came out 0");
        assertThat(failure.getTextContent())
                .startsWith(
                        "  rules <1>.yaml:3:55: rules: Demo & \"more\" ]]> \u00e9\uD83D\uDE00: expected 25, came out 0\n\n    example, rank 1 of 1");
    }

    private static List<ExampleOutcome> outcomes(RuleFile file) {
        return file.examples().stream()
                .map(example -> ExampleOutcome.of(file.rules(), example))
                .toList();
    }
}
