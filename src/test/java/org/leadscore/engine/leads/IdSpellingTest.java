package org.leadscore.engine.leads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.lead.Text;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdSpellingTest {

    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "7",
            "@",
            ".",
            "-",
            "_",
            "+",
            "/",
            "%",
            "%41",
            "%c3%a9",
            "%ff",
            "<",
            ">",
            "\"",
            "'",
            "(",
            ")",
            ":",
            ";",
            ",",
            "mailto:",
            "?",
            " ",
            "\u00A0",
            "\u200B",
            "\uFEFF",
            "e\u0301",
            "\u00E9",
            "\uFF20",
            "\u0130",
            "\u00DF",
            "\u212A",
            "\uD83D\uDE00",
            "\u202E",
            "\t");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bo@x.org",
                "BO@X.ORG",
                " bo@x.org\u00A0",
                "<bo@x.org>",
                "\"Bo\" <bo@x.org>",
                "Ray, Bo <bo@x.org>",
                "\"Ray <sales>\" <bo@x.org>",
                "bo@x.org (Bo Ray)",
                "'bo@x.org'",
                "\"bo\"@x.org",
                "bo@x.org;",
                "bo@x.org.",
                "mailto:bo@x.org",
                "MailTo:bo@x.org?subject=stop&body=please@you",
                "mailto:bo%40x.org",
                "<mailto:b%6F%40x.org?subject=stop>",
                "Bo%20%3Cbo%40x.org%3E",
                "bo%2540x.org",
                "b\u200Bo@x.org",
                "\uFEFFbo@x.org",
                "bo\u00AD@x.org",
                "\u202Abo@x.org\u202C",
                "\uFF42\uFF4F\uFF20\uFF58\uFF0E\uFF4F\uFF52\uFF47"
            })
    void one_address_is_one_however_it_is_written(String id) {
        assertThat(IdSpelling.plain(id, false)).isEqualTo("bo@x.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"boo@x.org", "bo@x.com", "bo+sale@x.org", "b.o@x.org", "bo", "x.org", "bo @x.org", "b-o@x.org"})
    void another_address_is_another(String id) {
        assertThat(IdSpelling.plain(id, false)).isEqualTo(id);
    }

    @Test
    void accents_are_one_character_and_domains_are_ascii() {
        assertThat(IdSpelling.plain("jose\u0301", false)).isEqualTo("jos\u00E9");
        assertThat(IdSpelling.plain("liv@b\u00FCcher.example", false)).isEqualTo("liv@xn--bcher-kva.example");
        assertThat(IdSpelling.plain("50%", false)).isEqualTo("50%");
        assertThat(IdSpelling.plain("Ana   Sur", true)).isEqualTo("Ana Sur");
    }

    @Test
    void a_plain_spelling_stays_and_an_id_that_is_not_odd_is_plain() {
        SplittableRandom random = new SplittableRandom(15);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder id = new StringBuilder();
            for (int piece = random.nextInt(1, 7); piece > 0; piece--) {
                id.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String folded = Text.fold(id.toString());
            byte[] utf8 = folded.getBytes(UTF_8);
            String plain = IdSpelling.plain(folded, false);

            assertThat(IdSpelling.plain(id.toString(), false)).as(id.toString()).isEqualTo(plain);
            if (!IdSpelling.isOdd(utf8, 0, utf8.length)) {
                assertThat(plain).isEqualTo(folded);
            }
        }
    }
}
