package org.leadscore.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.ingest.row.HeaderLike.Kind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeaderLikeTest {

    private static final HeaderLike ATTENDEES = new HeaderLike(
            List.of("Name", "Email", "Join Time", ""),
            List.of("Name", " Email", "Join Time", ""),
            List.of("Email", "Join Time"));

    @Test
    void all_names_in_their_order_are_the_header_again() {
        assertThat(ATTENDEES.of(List.of("\ufeffName", "Email", "Join Time ", "")))
                .isEqualTo(Kind.HEADER_AGAIN);
    }

    @Test
    void a_key_that_is_written_otherwise_makes_a_row_whatever_the_other_cells_look_like() {
        HeaderLike log = new HeaderLike(List.of("h1", "h2"), List.of("h1", "h2"), List.of("h1"));

        assertThat(log.of(List.of(" h1", "h2"))).isEqualTo(Kind.ROW);
        assertThat(log.of(List.of("h2", "h1 "))).isEqualTo(Kind.ROW);
    }

    @Test
    void the_expected_names_among_others_are_a_second_table() {
        assertThat(ATTENDEES.of(List.of("Join Time", "Phone", "Email"))).isEqualTo(Kind.SECOND_TABLE);
    }

    @Test
    void some_of_the_expected_names_are_a_row() {
        assertThat(ATTENDEES.of(List.of("Name", "Email", "2026-01-01", ""))).isEqualTo(Kind.ROW);
    }

    @Test
    void one_expected_name_needs_another_name_beside_it() {
        HeaderLike contacts = new HeaderLike(List.of("Email", "Name"), List.of("Email", "Name"), List.of("Email"));

        assertThat(contacts.of(List.of("Email", "Ada"))).isEqualTo(Kind.ROW);
        assertThat(contacts.of(List.of("Name", "Email"))).isEqualTo(Kind.SECOND_TABLE);
    }

    @Test
    void one_name_is_enough_where_there_is_one_column() {
        HeaderLike single = new HeaderLike(List.of("Email"), List.of("Email"), List.of("Email"));

        assertThat(single.of(List.of("Phone", "Email"))).isEqualTo(Kind.SECOND_TABLE);
        assertThat(single.of(List.of("Email"))).isEqualTo(Kind.HEADER_AGAIN);
    }

    @Test
    void nothing_is_a_second_table_where_nothing_is_expected() {
        HeaderLike any = new HeaderLike(List.of("", "Name"), List.of("", "Name"), List.of());

        assertThat(any.shapes()).containsExactly(new HeaderLike.Shape("Name"), new HeaderLike.Shape("Name"));
        assertThat(any.of(List.of("Name", "Phone"))).isEqualTo(Kind.ROW);
    }
}
