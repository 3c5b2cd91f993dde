package org.leadscore.rules.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.problem.RulesException;

/** Mistakes in a source are refused with their places before any row is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceRefusalsTest {

    @Test
    void an_unknown_timezone() {
        List<String> found = problems("""
                timezone: Europe/Madird
                """);

        assertThat(found)
                .containsExactly(
                        "1:11: timezone must be a place such as Europe/Madrid, or UTC, not 'Europe/Madird'; did you mean 'Europe/Madrid'?");
    }

    @Test
    void a_timezone_that_is_only_a_city() {
        List<String> found = problems("""
                timezone: Madrid
                """);

        assertThat(found)
                .containsExactly(
                        "1:11: timezone must be a place such as Europe/Madrid, or UTC, not 'Madrid'; did you mean 'Europe/Madrid'?");
    }

    @Test
    void a_visit_gap_that_is_no_duration() {
        List<String> found = problems("""
                visit-gap: 30 minutes
                """);

        assertThat(found)
                .containsExactly(
                        "1:12: visit-gap must be a whole number with the unit s, m, h, d or w, such as 30d, not '30 minutes'");
    }

    @Test
    void columns_that_cannot_be_made() {
        List<String> found = problems("""
                sources:
                  contacts:
                    path: a.csv
                    columns:
                      a: {from: b, match: 'x'}
                      b: {from: c, match: '(x)(y)'}
                      c: {from: a}
                      d: {constant: x, query: y}
                      e: {query: x, part: host}
                      f: {json: 'a['}
                      g: {}
                      h: {split: ''}
                      l: {part: hots}
                      m: {address: false}
                      n: {from: z, mtach: '(a)'}
                      o: x
                      p: {match: '(a'}
                      q: {from: y}
                      y: {from: w, match: (a)}
                      '': {from: a}
                  events: {path: b.csv, columns: [a, b]}
                """);

        assertThat(found)
                .containsExactly(
                        "5:17: 'a' is made of 'b', and that one of 'a'; one of them must be made of a column of the file",
                        "5:27: match needs one group in round brackets, which is the value, as in '^(.+)_opened', and has none;"
                                + " brackets that are no group are written (?:...)",
                        "6:17: 'b' is made of 'c', and that one of 'b'; one of them must be made of a column of the file",
                        "6:27: match needs one group in round brackets, which is the value, as in '^(.+)_opened', and has 2;"
                                + " brackets that are no group are written (?:...)",
                        "8:24: query has no meaning beside constant",
                        "9:21: part cannot stand beside query; a URL has one value for a column",
                        "10:17: json must be a path such as plan, user.plan or items[0].sku, not 'a[': brackets hold the number"
                                + " of an element, from 0, or a key in quotes",
                        "11:10: the column g needs one of the keys from, constant, json, address, query, part, match, split, number",
                        "12:18: split must be the text between two values, such as ';', and is empty",
                        "13:17: part must be one of fragment, host, path, not 'hots'; did you mean 'host'?",
                        "14:20: address must be true, not 'false'",
                        "15:20: unknown key 'mtach' in the column n; did you mean 'match'?",
                        "16:10: the column o must be a mapping with the keys from, constant, json, address, query, part, match,"
                                + " split, number, not 'x'",
                        "17:18: match is not a regular expression that RE2 knows: a '(' is never closed; a bracket that belongs"
                                + " to the text is written \\(",
                        "18:17: 'y' is made further down; write it above 'q'",
                        "20:7: columns needs the name of a column before ':'",
                        "21:34: columns must be a mapping such as {source: {from: url, query: utm_source}}, not a list");
    }

    @Test
    void forms_of_numbers_that_contradict_themselves() {
        List<String> found = problems("""
                sources:
                  contacts:
                    path: a.csv
                    columns:
                      i: {number: {thousands: ',', decimal: ','}}
                      j: {number: {}}
                      k: {number: {thousands: .}}
                  events: {path: b.csv, thousands: ';'}
                """);

        assertThat(found)
                .containsExactly(
                        "5:31: thousands and decimal are both ','; they must differ",
                        "6:19: number needs thousands or decimal: {thousands: ',', decimal: '.'}",
                        "7:31: thousands and the decimal point are both '.'; write decimal: ',' beside it",
                        "8:36: thousands must be one of \" \", \"'\", \",\", \".\", not ';'");
    }

    @Test
    void keys_of_another_source() {
        List<String> found = problems("""
                sources:
                  contacts: {path: a.csv, time: created}
                  events: {path: b.csv, since: created, duplicates: last}
                """);

        assertThat(found)
                .containsExactly(
                        "2:27: time belongs to events, not to contacts",
                        "3:25: since belongs to contacts, not to events",
                        "3:53: duplicates must be newest, not 'last'");
    }

    @Test
    void duplicates_of_events_without_a_key() {
        List<String> found = problems("""
                sources:
                  events: {path: b.csv, duplicates: newest}
                """);

        assertThat(found)
                .containsExactly(
                        "2:25: duplicates needs key, the columns that say which rows are about the same: key: order_id");
    }

    @Test
    void an_unknown_key_in_a_source() {
        List<String> found = problems("""
                sources:
                  events: [{name: web, path: b.csv, delimeter: ";"}]
                """);

        assertThat(found)
                .containsExactly("2:37: unknown key 'delimeter' in a log of events; did you mean 'delimiter'?");
    }

    @Test
    void an_encoding_that_does_not_exist() {
        List<String> found = problems("""
                sources: {contacts: {path: a.csv, encoding: UTF-88}}
                """);

        assertThat(found)
                .containsExactly(
                        "1:45: encoding must be one such as UTF-8, ISO-8859-1 or windows-1252, not 'UTF-88'; did you mean 'UTF-8'?");
    }

    @Test
    void a_delimiter_that_is_a_word() {
        List<String> found = problems("""
                sources: {contacts: {path: a.csv, delimiter: semikolon}}
                """);

        assertThat(found)
                .containsExactly(
                        "1:46: delimiter must be a text such as \";\" or \"||\", or one of comma, semicolon, tab, pipe, blank, none,"
                                + " not 'semikolon'; did you mean 'semicolon'?");
    }

    @Test
    void signs_that_cannot_be_told_from_each_other() {
        List<String> found = problems("""
                sources:
                  contacts: {path: a.csv, delimiter: "','", quote: single}
                  events:
                    - {name: a, path: a.csv, delimiter: '\\t', escape: backslash}
                    - {name: b, path: b.csv, quote: none, escape: quote}
                    - {name: c, path: c.csv, quote: doubel, escape: x, header: [id, id], section: ' '}
                """);

        assertThat(found)
                .containsExactly(
                        "2:38: the delimiter must not have the quote in it; write quote: none for a table without quotes",
                        "4:41: the delimiter must not have the escape in it",
                        "5:51: escape needs a quote, or a sign such as backslash, where quote is none",
                        "6:37: quote must be one character, or one of double, none, single, not 'doubel'; did you mean 'double'?",
                        "6:53: escape must be one character, or one of backslash, none, quote, not 'x'",
                        "6:69: header names the column 'id' twice",
                        "6:83: section must not be blank");
    }

    @Test
    void a_decimal_point_that_is_neither() {
        List<String> found = problems("""
                sources: {contacts: {path: a.csv, decimal: ";", skip: -1, duplicates: newest}}
                """);

        assertThat(found)
                .containsExactly(
                        "1:44: decimal must be \".\" or \",\", not ';'",
                        "1:55: skip must be at least 0, not '-1'",
                        "1:71: duplicates must be one of first, last, refuse, not 'newest'");
    }

    @Test
    void date_formats_that_name_no_date() {
        List<String> found = problems("""
                sources:
                  contacts: {path: a.csv, dates: {created: dd/mm/yyyy, born: DD.MM.YYYY}}
                  events: {path: b.csv, time: {column: at, format: HH:mm}}
                """);

        assertThat(found)
                .containsExactly(
                        "2:44: the format of created must name a whole date, such as dd/MM/yyyy HH:mm (MM is the month, mm the minute; hh needs an a behind it), or be one of iso, epoch-seconds, epoch-millis, epoch-micros, epoch-nanos, day-number, not 'dd/mm/yyyy'",
                        "2:62: the format of born must name a whole date, such as dd/MM/yyyy HH:mm (MM is the month, mm the minute; hh needs an a behind it), or be one of iso, epoch-seconds, epoch-millis, epoch-micros, epoch-nanos, day-number, not 'DD.MM.YYYY'",
                        "3:52: format must name a whole date, such as dd/MM/yyyy HH:mm (MM is the month, mm the minute; hh needs an a behind it), or be one of iso, epoch-seconds, epoch-millis, epoch-micros, epoch-nanos, day-number, not 'HH:mm'");
    }

    @Test
    void a_time_without_a_column_or_in_an_unknown_zone() {
        List<String> found = problems("""
                sources:
                  events: {path: b.csv, time: {format: dd/MM/yyyy, timezone: Europe/Bucarest}}
                """);

        assertThat(found)
                .containsExactly(
                        "2:31: time needs a column: {column: timestamp}",
                        "2:62: timezone must be a place such as Europe/Madrid, or UTC, not 'Europe/Bucarest'; did you mean 'Europe/Bucharest'?");
    }

    @Test
    void column_and_columns_at_once() {
        List<String> found = problems("""
                sources:
                  events: {path: b.csv, time: {column: at, columns: [day, hour]}}
                """);

        assertThat(found).containsExactly("2:31: time has both column and columns; keep one of them");
    }

    @Test
    void logs_without_a_name_or_with_the_same() {
        List<String> found = problems("""
                sources:
                  events:
                    - {path: a.csv}
                    - {name: web, path: b.csv}
                    - {name: Web, path: c.csv}
                """);

        assertThat(found)
                .containsExactly(
                        "3:7: a log needs a name where there are several",
                        "5:14: the name 'Web' is taken by a log in line 4; give this one another name");
    }

    @Test
    void a_row_number_in_an_event_log() {
        List<String> found = problems("""
                sources:
                  events: {path: a.csv, lead: {row-number: true}}
                """);

        assertThat(found)
                .containsExactly(
                        "2:32: only contacts and outcomes can name a lead by row-number; name the column that holds the lead");
    }

    @Test
    void objections_without_a_file_or_with_keys_of_other_sources() {
        List<String> found = problems("""
                suppress: {lead: email, time: at}
                """);

        assertThat(found)
                .containsExactly(
                        "1:11: suppress needs a path, the file of those who objected: {path: objections.csv, lead: email}",
                        "1:25: unknown key 'time' in suppress; known here are path, lead, member, sheet, dates, delimiter, encoding, skip, ragged, escape, quote, header, section, guard, growing, columns, nothing, decimal, thousands, language, leave-out");
    }

    @Test
    void objections_where_the_contacts_have_no_ids() {
        List<String> found = problems("""
                suppress: {path: objections.csv}
                sources: {contacts: {path: a.csv, lead: {row-number: true}}}
                """);

        assertThat(found)
                .containsExactly(
                        "1:18: suppress cannot tell who objected, as the contacts name leads by row-number; name the column that holds the lead");
    }

    @Test
    void objections_that_compare_ids_in_another_way() {
        List<String> found = problems("""
                suppress: {path: objections.csv, lead: email}
                sources: {contacts: {path: a.csv, lead: {column: email, case: exact}}}
                """);

        assertThat(found)
                .containsExactly(
                        "1:40: another source has lead with case: exact; leads can only be matched when all sources say so");
    }

    @Test
    void a_row_number_that_is_not_true() {
        List<String> found = problems("""
                sources:
                  contacts: {path: a.csv, lead: {row-number: yes}}
                """);

        assertThat(found).containsExactly("2:46: row-number must be true, not 'yes'");
    }

    @Test
    void the_case_of_ids_counts_in_one_source_only() {
        List<String> found = problems("""
                sources:
                  contacts: {path: a.csv, lead: {column: Lead ID, case: exact}}
                  events: {path: b.csv, lead: Lead ID}
                  outcomes: {path: c.csv}
                """);

        assertThat(found)
                .containsExactly(
                        "3:31: another source has lead with case: exact; leads can only be matched when all sources say so",
                        "4:13: another source has lead with case: exact; leads can only be matched when all sources say so");
    }

    @Test
    void an_event_that_is_neither_column_nor_constant() {
        List<String> found = problems("""
                sources:
                  events: {path: b.csv, event: {constnat: email_open}}
                """);

        assertThat(found).containsExactly("2:33: unknown key 'constnat' in event; did you mean 'constant'?");
    }

    @Test
    void outcomes_with_a_word_for_a_condition() {
        List<String> found = problems("""
                sources:
                  outcomes: {path: c.csv, won: status}
                """);

        assertThat(found).containsExactly("2:32: won must be a condition such as {country: ES}, not 'status'");
    }

    @Test
    void no_path_in_the_list() {
        List<String> found = problems("""
                sources:
                  contacts: {path: []}
                """);

        assertThat(found).containsExactly("2:20: path must not be an empty list");
    }

    private static List<String> problems(String yaml) {
        RulesException refusal = catchThrowableOfType(RulesException.class, () -> RuleFile.parse("rules.yaml", yaml));
        return refusal.problems().stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + ": " + problem.message())
                .toList();
    }
}
