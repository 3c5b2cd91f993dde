package org.leadscore.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.file.RuleFile;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListsTest {

    @Test
    void ten_thousand_rules_are_read_and_one_more_is_refused() {
        assertThat(RuleFile.parse("rules.yaml", rules(10_000)).rules().explicit())
                .hasSize(10_000);

        RulesException refused =
                catchThrowableOfType(RulesException.class, () -> RuleFile.parse("rules.yaml", rules(10_001)));

        assertThat(refused.problems())
                .extracting(problem -> problem.at() + ": " + problem.message())
                .containsExactly(
                        "rules.yaml:10004:5: explicit has 10,001 entries, and 10,000 are the most; one with a list of values takes the place of many");
    }

    private static String rules(int many) {
        StringBuilder text = new StringBuilder("version: 1\nsources: {contacts: {path: contacts.csv}}\nexplicit:\n");
        for (int rule = 0; rule < many; rule++) {
            text.append("  - {name: Rule ")
                    .append(rule)
                    .append(", when: {title: Title ")
                    .append(rule)
                    .append("}, points: 1}\n");
        }
        return text.toString();
    }
}
