package org.leadscore.rules.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Field;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MadeColumnTest {

    private static final Field COLUMN = Field.column("made", new Location("rules.yaml", 1, 1));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plan | {\"plan\": \"pro\"} | pro",
                "plan | {\"plan\": null} | ``",
                "plan | {\"other\": 1} | ``",
                "plan | [1] | ``",
                "plan | 5 | ``",
                "a.b | {\"a\": {\"b\": 1.50}} | 1.50",
                "a.b | {\"a\": {\"c\": {\"b\": 2}}, \"b\": 3} | ``",
                "items[1].sku | {\"items\": [{\"sku\": \"x\"}, {\"sku\": \"y\"}]} | y",
                "[0] | [true, false] | true",
                "a[0][1] | {\"a\": [[1, 2]]} | 2",
                "\"a.b\".c | {\"a.b\": {\"c\": \"d\"}} | d",
                "['a.b'] | {\"a.b\": 7} | 7",
                "$.a | {\"a\": 1e3} | 1e3",
                "a | {\"a\": { \"b\" : [ 1, \"x \\\" y\" ] } } | {\"b\":[1,\"x \\\" y\"]}",
                "a | {\"a\": 1, \"a\": 2} | 2",
                "a | {\"a\": \"\\u00f1\"} | ñ",
            })
    void takes_the_value_at_a_path_in_JSON(String path, String text, String value) {
        assertThat(json(path, text, null)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"a\": 1", "{\"a\": 1} x", "{'a': 1}", "{\"a\": 1}{\"a\": 2}", "plan", "{\"a\": NaN}", "[1, ]"})
    void a_text_that_is_no_JSON_is_none_as_a_whole(String text) {
        assertThat(json("a", text, null)).isNull();
    }

    @Test
    void JSON_that_is_too_deep_is_none() {
        assertThat(json("a", "[".repeat(5_000) + "]".repeat(5_000), null)).isNull();
    }

    @Test
    void an_array_is_several_values_where_several_are_asked_for() {
        assertThat(json("a", "{\"a\": [\"x\", 2, null, \" y \", {\"z\": 1}]}", ";"))
                .isEqualTo("x;2;y;{\"z\":1}");
        assertThat(json("a", "{\"a\": \"x; y;\"}", ";")).isEqualTo("x;y");
        assertThat(json("a", "{\"a\": [\"x;y\"]}", ";")).isEqualTo("x;y");
        assertThat(json("a", "{\"a\": [\"x;y\", \"z\"]}", ";")).isEqualTo("x;y\u001Fz");
        assertThat(Several.parts("x;y\u001Fz", ";")).containsExactly("x;y", "z");
    }

    @ParameterizedTest
    @CsvSource({
        "a., a key is missing",
        "'', a key is missing",
        "a[x], 'brackets hold the number of an element, from 0, or a key in quotes'",
        "a[-1], 'brackets hold the number of an element, from 0, or a key in quotes'",
        "a[0, 'brackets hold the number of an element, from 0, or a key in quotes'",
        "a[0]b, a dot is missing behind a bracket",
        "\"a, a quote is never closed",
    })
    void a_path_that_is_none_is_refused(String path, String message) {
        assertThatThrownBy(() -> JsonPath.of(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://a.example/p?utm_source=google | google",
                "https://a.example/p?x=1&utm_source=g%C3%B6+%26%20b#f | gö & b",
                "?utm_source=a&utm_source=b | a",
                "utm_source=a&x=1 | a",
                "/p?UTM_SOURCE=a | ``",
                "https://a.example/p?x=1&amp;utm_source=a | a",
                "https://a.example/utm_source=a | ``",
                "https://a.example/#utm_source=a | ``",
                "a?utm_source= | ``",
                "a?utm_source | ``",
                "a?utm%5Fsource=x%zz%4 | x%zz%4",
                "a?utm_source_2=b&utm_source=c=d | c=d",
            })
    void takes_the_parameter_of_a_URL(String url, String value) {
        assertThat(made(url, new Step.Query("utm_source"))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://me:pw@A.example:8080/p/q?x=/y#top | A.example | /p/q | top",
                "a.example/p | a.example | /p | ``",
                "a.example | a.example | `` | ``",
                "/p/q#a#b | `` | /p/q | a#b",
                "//a.example/p | a.example | /p | ``",
                "http://[::1]:80/p | [::1] | /p | ``",
                "?x=1 | `` | `` | ``",
                "/go?to=https://b.example/x | `` | /go | ``",
                "/go/https://b.example/x | `` | /go/https://b.example/x | ``",
            })
    void takes_a_part_of_a_URL(String url, String host, String path, String fragment) {
        assertThat(made(url, new Step.Part(Url.Part.HOST))).isEqualTo(host);
        assertThat(made(url, new Step.Part(Url.Part.PATH))).isEqualTo(path);
        assertThat(made(url, new Step.Part(Url.Part.FRAGMENT))).isEqualTo(fragment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bo@x.example | bo@x.example",
                "\"Bo\" <bo@x.example> | bo@x.example",
                "\"Doe, Bo\" <bo@x.example> | bo@x.example",
                "Doe, Bo <bo@x.example> | bo@x.example",
                "mailto:bo@x.example?subject=a@b | bo@x.example",
                "MAILTO:bo%2Ba@x.example | bo+a@x.example",
                "mailto:bo+a@x.example | bo+a@x.example",
                "bo@x.example; ana@x.example | bo@x.example",
                "bo@x.example,ana@x.example | bo@x.example",
                "bo@x.example (Bo, at home) | bo@x.example",
                "Bo :( <bo@x.example> | bo@x.example",
                "'bo@x.example' | bo@x.example",
                "<mailto:bo@x.example> | bo@x.example",
                "Bo | ``",
                "@ | ``",
            })
    void takes_the_first_address(String text, String address) {
        assertThat(made(text, new Step.Address())).isEqualTo(address);
    }

    @Test
    void steps_follow_each_other_for_each_value_of_an_array() {
        MadeColumn column = new MadeColumn(
                COLUMN,
                new Origin.FromColumn(COLUMN),
                JsonPath.of("urls"),
                List.of(new Step.Part(Url.Part.HOST), new Step.Match(Pattern.compile("([a-z]+)$"))),
                ",");

        assertThat(column.make("{\"urls\": [\"a.example/x\", \"/y\", \"http://b.test\", \"c.none\"]}", nothing()))
                .isEqualTo("example,test");
    }

    @Test
    void a_text_that_does_not_match_gives_nothing() {
        assertThat(made("closed", new Step.Match(Pattern.compile("^(.+)_opened"))))
                .isEmpty();
        assertThat(made("ab", new Step.Match(Pattern.compile("a|(b)")))).isEmpty();
    }

    private static String made(String text, Step step) {
        MadeColumn column = new MadeColumn(COLUMN, new Origin.FromColumn(COLUMN), null, List.of(step), null);
        return String.valueOf(column.make(text, Nothing.NONE));
    }

    private static @Nullable String json(String path, String text, @Nullable String split) {
        return new MadeColumn(COLUMN, new Origin.FromColumn(COLUMN), JsonPath.of(path), List.of(), split)
                .make(text, Nothing.NONE);
    }

    private static Nothing nothing() {
        return new Nothing(Set.of("none"));
    }
}
