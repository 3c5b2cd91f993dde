package org.leadscore.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ColumnCheckTest {

    private static final String RULES = """
            sources:
              contacts: {path: a.csv, lead: mail, since: created}
              events:
                - {name: web, path: b.csv, lead: mail, key: id}
                - {name: mail, path: c.csv, lead: mail, time: [day, hour], event: {constant: open}}
            definitions:
              used: {industry: metal}
              unused: {nowhere: x}
            explicit:
              - {name: One, when: {Country: ES, is: used}, points: 1}
              - {name: Two, when: {filled: {of: [phone, fax], at-least: 1}}, points: 1}
            implicit:
              - {name: Three, did: {event: page, log: web, url: {contains: x}, subject: y}, points: 1}
              - {name: Four, did: page, sum: second, per: 60, points: 1}
              - {name: Five, did: page, count: {distinct: colour}, points: 1}
            report: {columns: [company, compny]}
            """;

    @Test
    void every_column_that_no_source_of_its_kind_has_is_named_with_its_place() {
        List<String> found = problems(
                RULES,
                Set.of("mail", "country", "phone", "company"),
                Map.of(
                        "web", Set.of("mail", "timestamp", "event", "url", "seconds"),
                        "mail", Set.of("mail", "day", "subject")));

        assertThat(found)
                .containsExactly(
                        "2:46: the contacts have no column 'created'; known are company, country, mail, phone",
                        "7:10: the contacts have no column 'industry'; known are company, country, mail, phone",
                        "10:24: the contacts have no column 'Country'; did you mean 'country'?",
                        "11:45: the contacts have no column 'fax'; known are company, country, mail, phone",
                        "14:34: the events have no column 'second'; did you mean 'seconds'?",
                        "15:47: the events have no column 'colour'; known are day, event, mail, seconds, subject, timestamp, url",
                        "16:29: the contacts have no column 'compny'; did you mean 'company'?");
    }

    @Test
    void a_log_whose_header_is_not_given_is_not_looked_at() {
        List<String> found = problems(
                "sources: {events: [{name: web, path: a}, {name: mail, path: b}]}\n"
                        + "implicit: [{name: One, did: {url: x}, points: 1}]",
                null,
                Map.of("web", Set.of("email", "timestamp", "event", "url")));

        assertThat(found).isEmpty();
    }

    @Test
    void without_contacts_the_first_thing_that_needs_them_is_named() {
        List<String> found = problems("""
                explicit:
                  - {name: One, when: {country: ES}, points: 1}
                  - {name: Two, when: {country: PT}, points: 1}
                report: {columns: [company]}
                """, null, Map.of("events", Set.of("email", "timestamp", "event")));

        assertThat(found)
                .containsExactly(
                        "2:5: explicit rules need contacts; add sources: contacts, or name the file with --contacts");
    }

    @Test
    void report_columns_and_disqualifications_by_field_need_contacts_too() {
        assertThat(problems("report: {columns: [company]}", null, Map.of()))
                .containsExactly(
                        "1:20: report columns come from contacts; add sources: contacts, or name the file with --contacts");
        assertThat(problems("disqualify: [{name: Two, when: {country: FR}}]", null, Map.of()))
                .containsExactly("1:33: when needs contacts; add sources: contacts, or name the file with --contacts");
    }

    @Test
    void what_else_is_wrong_is_told_along_in_the_order_of_the_file() {
        List<String> found = problems("""
                sources: {contacts: {path: a.csv, lead: mail}}
                explicit:
                  - {name: One, when: {indutsry: metal}, points: many}
                  - {name: Two, field: , values: {a: 1}}
                  - {name: Three, when: {any: [{fax: {presnet: true}}, {phone: {present: maybe}}]}, points: 1}
                implicit:
                  - {name: Four, did: {event: page, url: }, points: 1}
                """, Set.of("mail", "industry", "phone"), Map.of("web", Set.of("mail", "url")));

        assertThat(found)
                .containsExactly(
                        "3:24: the contacts have no column 'indutsry'; did you mean 'industry'?",
                        "3:50: points must be a number such as 5 or 2.5, not 'many'",
                        "4:17: field has no value; give it one, or delete the line",
                        "5:33: the contacts have no column 'fax'; known are industry, mail, phone",
                        "5:39: unknown key 'presnet' in the test of fax; did you mean 'present'?",
                        "5:74: present must be true or false, not 'maybe'",
                        "7:37: url has no value; give it one, or delete the line");
    }

    @Test
    void sources_are_not_sound_when_something_is_wrong_with_them() {
        assertThat(areSourcesSound("sources: {contacts: {path: a.csv}}\nexplicit: 5"))
                .isTrue();
        assertThat(areSourcesSound("explicit: 5")).isTrue();
        assertThat(areSourcesSound("sources: {contacts: {paht: a.csv}}")).isFalse();
        assertThat(areSourcesSound("source: {contacts: {path: a.csv}}")).isFalse();
        assertThat(areSourcesSound("sources:\nsuppress: {path: a.csv}")).isFalse();
        assertThat(areSourcesSound("sources: {contacts: {path: a.csv}}\nsuppress: {lead: email}"))
                .isFalse();
    }

    private static boolean areSourcesSound(String yaml) {
        return Inspection.of("rules.yaml", yaml).areSourcesSound();
    }

    private static List<String> problems(String yaml, Set<String> contacts, Map<String, Set<String>> events) {
        Inspection file = Inspection.of("rules.yaml", yaml);
        return ColumnCheck.problems(file, file.rules(), contacts, events).stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + ": " + problem.message())
                .toList();
    }
}
