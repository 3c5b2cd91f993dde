package org.leadscore.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextKindsTest {

    private static final TextKinds KINDS = TextKinds.shipped();

    @ParameterizedTest
    @MethodSource("org.leadscore.kind.TextKinds#names")
    void every_name_has_a_kind(String name) {
        assertThat(KINDS.named(name)).isPresent();
    }

    @Test
    void the_names_are_those_of_the_rule_file() {
        assertThat(TextKinds.names())
                .containsExactly("free-mail", "disposable-mail", "valid-mail", "gibberish", "valid-phone");
    }

    @Test
    void an_unknown_name_has_none() {
        assertThat(KINDS.named("Free-Mail")).isEmpty();
        assertThat(KINDS.named("")).isEmpty();
    }

    @Test
    void a_kind_without_a_list_cannot_be_extended() {
        assertThatThrownBy(() -> KINDS.with("gibberish", List.of("qux")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no list to extend in gibberish");
    }

    @Nested
    class Free_mail {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ana@gmail.com",
                    " ANA@GMAIL.COM ",
                    "\u00A0ana@Yahoo.es",
                    "a@sapo.pt",
                    "a@libero.it",
                    "a@t-online.de",
                    "a@wp.pl",
                    "a@qq.com",
                    "ana@gmail.com."
                })
        void holds_for_a_mailbox_that_anyone_may_open(String address) {
            assertThat(holds("free-mail", address)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ana@taller.example",
                    "gmail.com",
                    "@gmail.com",
                    "ana@mail.gmail.com",
                    "ana@notgmail.com",
                    "ana@gmail.com@taller.example",
                    "ana@"
                })
        void fails_for_anything_else(String address) {
            assertThat(holds("free-mail", address)).isFalse();
        }

        @Test
        void holds_for_an_international_domain_in_either_form() {
            assertThat(holds("free-mail", "иван@почта.рф")).isTrue();
            assertThat(holds("free-mail", "ivan@XN--80A1ACNY.xn--p1ai")).isTrue();
        }

        @Test
        void can_be_extended_without_changing_what_was() {
            TextKinds longer = KINDS.with("free-mail", List.of(" Correo.Example ", "bücher.example"));

            assertThat(longer.named("free-mail").orElseThrow().holds("ana@correo.example"))
                    .isTrue();
            assertThat(longer.named("free-mail").orElseThrow().holds("ana@xn--bcher-kva.example"))
                    .isTrue();
            assertThat(longer.named("free-mail").orElseThrow().holds("ana@gmail.com"))
                    .isTrue();
            assertThat(holds("free-mail", "ana@correo.example")).isFalse();
        }
    }

    @Nested
    class Disposable_mail {

        @ParameterizedTest
        @ValueSource(strings = {"x@mailinator.com", "X@YOPMAIL.FR", "x@any.name.mailinator.com"})
        void holds_for_a_throw_away_mailbox_and_below_its_domain(String address) {
            assertThat(holds("disposable-mail", address)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"x@gmail.com", "x@notmailinator.example", "x@com", "mailinator.com"})
        void fails_for_anything_else(String address) {
            assertThat(holds("disposable-mail", address)).isFalse();
        }

        @Test
        void extends_to_what_lies_below_an_added_domain() {
            TextKinds longer = KINDS.with("disposable-mail", List.of("gone.example"));

            assertThat(longer.named("disposable-mail").orElseThrow().holds("x@soon.gone.example"))
                    .isTrue();
        }
    }

    @Nested
    class Shipped_domains {

        @ParameterizedTest
        @ValueSource(
                strings = {"free-mail.txt", "free-mail-more.txt", "disposable-mail.txt", "disposable-mail-more.txt"})
        void are_written_as_they_are_compared_and_in_order(String list) {
            assertThat(ShippedList.lines(list))
                    .isNotEmpty()
                    .isSorted()
                    .allMatch(domain -> domain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"free-mail.txt", "free-mail-more.txt"})
        void are_not_both_free_and_disposable(String list) {
            assertThat(ShippedList.lines(list)).noneMatch(domain -> holds("disposable-mail", "x@" + domain));
        }

        @ParameterizedTest
        @ValueSource(strings = {"free", "disposable"})
        void are_kept_by_hand_only_where_the_list_lacks_them(String list) {
            assertThat(ShippedList.lines(list + "-mail-more.txt"))
                    .doesNotContainAnyElementsOf(ShippedList.lines(list + "-mail.txt"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"x@21cn.com", "x@sify.com"})
        void are_free_where_millions_keep_their_mailbox_whatever_a_list_of_disposable_ones_says(String address) {
            assertThat(holds("free-mail", address)).isTrue();
            assertThat(holds("disposable-mail", address)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"x@unican.es", "x@cgac.es", "x@enel.net", "x@nus.edu.sg", "x@example.com"})
        void are_not_those_of_firms_and_universities(String address) {
            assertThat(holds("free-mail", address)).isFalse();
            assertThat(holds("disposable-mail", address)).isFalse();
        }
    }

    @Nested
    class Valid_mail {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ana@taller.example",
                    "  ana@taller.example\u00A0",
                    "a.b+c_d-e@sub.taller.example",
                    "o'brien@taller.example",
                    "1234567890123456789012345678901234567890123456789012345678901234@taller.example",
                    "ana@xn--bcher-kva.example",
                    "ana@taller.xn--p1ai",
                    "ana@bücher.example",
                    "josé@taller.example",
                    "иван@почта.рф",
                    "ana@3m.example",
                    "azAZ09@taller.zA",
                    "ana@taller.aZ"
                })
        void holds_for_an_address_that_a_server_would_take(String address) {
            assertThat(holds("valid-mail", address)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ana",
                    "ana@",
                    "@taller.example",
                    "ana@taller",
                    "ana@taller..example",
                    "ana..luz@taller.example",
                    ".ana@taller.example",
                    "ana.@taller.example",
                    "ana luz@taller.example",
                    "ana@taller example.com",
                    "ana@luz@taller.example",
                    "ana@-taller.example",
                    "ana@taller-.example",
                    "ana@tall_er.example",
                    "ana@taller.example.",
                    "ana@192.168.0.1",
                    "ana@taller.e",
                    "ana@taller.123",
                    "ana@taller.xn--",
                    "ana@taller.x1",
                    "ana:luz@taller.example",
                    "ana[luz]@taller.example",
                    "Ana <ana@taller.example>",
                    "12345678901234567890123456789012345678901234567890123456789012345@taller.example",
                    "áááááááááááááááááááááááááááááááááá@taller.example"
                })
        void fails_for_anything_else(String address) {
            assertThat(holds("valid-mail", address)).isFalse();
        }

        @Test
        void fails_beyond_254_octets() {
            String label = "d".repeat(59) + ".";

            assertThat(holds("valid-mail", "a".repeat(4) + "@" + label.repeat(4) + "companyxx"))
                    .isTrue();
            assertThat(holds("valid-mail", "a".repeat(5) + "@" + label.repeat(4) + "companyxx"))
                    .isFalse();
        }
    }

    @Nested
    class Valid_phone {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "+34 915 550 123",
                    " 915550123 ",
                    "0040 21 555 01 23",
                    "+49 (0)30/555-0123",
                    "(02) 555.01.23",
                    "+351\u00A0215 550 123",
                    "555-0123",
                    "+39 06 5550123 ext. 45",
                    "915 550 123 x7",
                    "915 550 123 EXT 7",
                    "+123456789012340",
                    "tel:+34-915-550-123;ext=12",
                    "+34 915 550 123 extensión 12",
                    "+7 495 555 01 23 доб. 12",
                    "+51 1 555 0123 anexo 12"
                })
        void holds_for_a_number_as_people_write_it(String number) {
            assertThat(holds("valid-phone", number)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\uFF0B\uFF13\uFF14 915 550 123",
                    "+34 \u0669\u0661\u0665 550 123",
                    "+34\u2212915\u2212550\u2212123",
                    "\uFF0803\uFF095550\uFF0D0123",
                    "03\u30FC5550\u30FC0123",
                    "\u202A+34 915 550 123\u202C",
                    "915\u200B550\u00AD123"
                })
        void holds_for_what_copying_and_other_keyboards_make_of_one(String number) {
            assertThat(holds("valid-phone", number)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "555012",
                    "+1234567890123405",
                    "0000000",
                    "+11 111 1111",
                    "1234567",
                    "123 456 7890",
                    "+1234567890",
                    "0123456789",
                    "987-654-3210",
                    "+0 915 550 123",
                    "915+550123",
                    "call me",
                    "915 550 12e",
                    "----------",
                    "ext. 9155501",
                    "+210 915 550 123",
                    "+999 915 550 123"
                })
        void fails_for_anything_else(String number) {
            assertThat(holds("valid-phone", number)).isFalse();
        }
    }

    private static boolean holds(String kind, String value) {
        return KINDS.named(kind).orElseThrow().holds(value);
    }
}
