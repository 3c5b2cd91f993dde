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
            "tel:",
            "mail:/",
            "&lt;",
            "&#64;",
            "&amp;",
            "&",
            "=",
            "*",
            "\u201C",
            "\u03C2",
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
                "\uFF42\uFF4F\uFF20\uFF58\uFF0E\uFF4F\uFF52\uFF47",
                "bo @ x.org",
                "bo @x.org",
                "\u201Cbo@x.org\u201D",
                "\u00ABbo@x.org\u00BB",
                "`bo@x.org`",
                "*bo@x.org*",
                "{bo@x.org}",
                "mailto://bo@x.org",
                "SMTP:bo@x.org",
                "E-Mail: bo@x.org",
                "&lt;bo@x.org&gt;",
                "&amp;lt;Bo@x.org&amp;gt;",
                "bo&#64;x.org",
                "bo&#x40;x.org",
                "bo&commat;x.org&nbsp;"
            })
    void one_address_is_one_however_it_is_written(String id) {
        assertThat(IdSpelling.plain(id, false)).isEqualTo("bo@x.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boo@x.org",
                "bo@x.com",
                "bo+sale@x.org",
                "b.o@x.org",
                "bo",
                "x.org",
                "b-o@x.org",
                "bo=x.org",
                "bo!@x.org"
            })
    void another_address_is_another(String id) {
        assertThat(IdSpelling.plain(id, false)).isEqualTo(id);
    }

    @Test
    void accents_are_one_character_and_domains_are_ascii() {
        assertThat(IdSpelling.plain("jose\u0301", false)).isEqualTo("jos\u00E9");
        assertThat(IdSpelling.plain("liv@b\u00FCcher.example", false)).isEqualTo("liv@xn--bcher-kva.example");
        assertThat(IdSpelling.plain("50%", false)).isEqualTo("50%");
        assertThat(IdSpelling.plain("Ana   Sur", true)).isEqualTo("Ana Sur");
        assertThat(IdSpelling.plain("STRASSE@x.org", false)).isEqualTo(IdSpelling.plain("stra\u00DFe@x.org", false));
        assertThat(IdSpelling.plain("\u03A3\u03A3", false)).isEqualTo(IdSpelling.plain("\u03C3\u03C2", false));
        assertThat(IdSpelling.plain("tel:+34600111", false)).isEqualTo("+34600111");
        assertThat(IdSpelling.plain("&#xD800;&#9999999;&unknown;", false)).isEqualTo("&#xd800;&#9999999;&unknown");
    }

    @Test
    void each_of_several_addresses_in_a_text_is_one() {
        assertThat(IdSpelling.addresses("bo@x.org; Ann <ann@x.org>,cai%40x.org"))
                .containsExactly("bo@x.org", "ann@x.org", "cai@x.org");
        assertThat(IdSpelling.addresses("bo@x.org")).isEmpty();
        assertThat(IdSpelling.addresses("Ray, Bo <bo@x.org>")).isEmpty();
        assertThat(IdSpelling.addresses("mailto:bo@x.org?subject=stop&body=please@you"))
                .isEmpty();
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
