package org.leadscore.rules.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.rule.Attribute;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionReaderTest {

    @org.junit.jupiter.api.Test
    void several_columns_must_all_hold() {
        Condition condition = when("{country: ES, industry: metal}");

        assertThat(condition).isInstanceOf(Condition.All.class);
        assertThat(condition.fields()).extracting(Field::name).containsExactly("country", "industry");
    }

    @org.junit.jupiter.api.Test
    void combinators_stand_beside_columns() {
        Condition.All all = (Condition.All)
                when("{country: ES, not: {industry: metal}, any: [{a: x}, {b: y}], filled: {of: [c], at-least: 1}}");

        assertThat(all.parts())
                .hasExactlyElementsOfTypes(
                        Condition.Is.class, Condition.Not.class, Condition.Any.class, Condition.Filled.class);
    }

    @org.junit.jupiter.api.Test
    void a_definition_stands_for_its_condition() {
        RuleFile file = RuleFile.parse("rules.yaml", """
                definitions:
                  boss: {any: [{title: CEO}, {is: head}]}
                  head: {title: {starts-with: head}}
                explicit:
                  - {name: A, when: {is: Boss}, points: 1}
                """);

        Condition when = ((Attribute.When) file.rules().explicit().get(0).attribute()).when();

        assertThat(when).isInstanceOf(Condition.Any.class);
        assertThat(when.fields()).extracting(field -> field.at().line()).containsExactly(2, 3);
        assertThat(file.warnings()).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void a_definition_means_the_event_in_did_and_a_plain_column_in_when() {
        RuleFile file = RuleFile.parse("rules.yaml", """
                definitions:
                  demo: {event: demo, log: web}
                explicit: [{name: A, when: {is: demo}, points: 1}]
                implicit: [{name: B, did: {is: demo}, points: 1}]
                """);

        assertThat(file.rules().explicit().get(0).attribute().fields())
                .extracting(Field::kind)
                .containsExactly(Field.Kind.COLUMN, Field.Kind.COLUMN);
        assertThat(file.rules().implicit().get(0).activity().conditions().get(0).fields())
                .extracting(Field::kind)
                .containsExactly(Field.Kind.EVENT, Field.Kind.LOG);
    }

    @org.junit.jupiter.api.Test
    void column_dot_name_is_always_the_plain_column() {
        assertThat(when("{column.not: x, column.country: y}").fields())
                .extracting(Field::kind, Field::name)
                .containsExactly(tuple(Field.Kind.COLUMN, "not"), tuple(Field.Kind.COLUMN, "country"));
        assertThat(did("{column.event: x}").fields())
                .extracting(Field::kind, Field::name)
                .containsExactly(tuple(Field.Kind.COLUMN, "event"));
    }

    @org.junit.jupiter.api.Test
    void a_word_or_a_list_of_words_names_events() {
        Condition.Is one = (Condition.Is) did("Page_View");
        Condition.Is several = (Condition.Is) did("[share, retweet]");

        assertThat(one.field().kind()).isEqualTo(Field.Kind.EVENT);
        assertThat(one.test()).isEqualTo(new Test.OneOf(Set.of("page_view")));
        assertThat(several.test()).isEqualTo(new Test.OneOf(Set.of("share", "retweet")));
    }

    @org.junit.jupiter.api.Test
    void filled_without_at_most_has_no_ceiling() {
        Condition.Filled filled = (Condition.Filled) when("{filled: {of: [a, column.b], at-least: 1}}");

        assertThat(filled.atLeast()).isEqualTo(1);
        assertThat(filled.atMost()).isEqualTo(Integer.MAX_VALUE);
        assertThat(filled.of()).extracting(Field::name).containsExactly("a", "b");
    }

    @org.junit.jupiter.api.Test
    void a_field_knows_where_it_stands() {
        List<Field> fields = when("{country: ES}").fields();

        assertThat(fields).extracting(Field::at).hasToString("[rules.yaml:1:29]");
    }

    private static Condition when(String yaml) {
        RuleFile file = RuleFile.parse("rules.yaml", "explicit: [{name: A, when: " + yaml + ", points: 1}]");
        return ((Attribute.When) file.rules().explicit().get(0).attribute()).when();
    }

    private static Condition did(String yaml) {
        RuleFile file = RuleFile.parse("rules.yaml", "implicit: [{name: A, did: " + yaml + ", points: 1}]");
        return file.rules().implicit().get(0).activity().conditions().get(0);
    }
}
