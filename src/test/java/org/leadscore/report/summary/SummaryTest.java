package org.leadscore.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadscore.report.ranking.SampleRun.summary;
import static org.leadscore.report.ranking.SampleRun.text;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.report.ranking.RejectsCsv;
import org.leadscore.report.table.CsvForm;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryTest {

    @Test
    void the_text_stands_in_columns() {
        assertThat(SummaryText.render(summary())).isEqualTo("""
                            rows  matched  unmatched  rejected  anonymous  duplicate  suppressed  later
                contacts       6        4          0         1          0          1           0      0
                web       12,345   12,000         45         0          0          0           0    300

                leads           4
                  hot           1
                  cold          0
                  in no bucket  1
                  no-data       1
                  disqualified  1

                rejected contacts.csv:3:7: 2 fields where the header has 3
                contacts, column closed: 2 values are no dates written as dd/MM/yyyy, the first at contacts.csv:3:20
                contacts, column employees: 1 value is no number, the first at contacts.csv:4:9
                web, column duration_s: 1,200 values are no numbers, the first at web.csv.gz:17:31
                rules that gave nothing to anyone: Fair visited
                contacts: 1 row has empty fields behind the last column, which are left out, the first at contacts.csv:5:20
                contacts, column phone: 1,200 values have a guard against formulas, which is taken off, the first at contacts.csv:2:9
                warning: social: none of its leads is known
                as of 2026-11-22T09:00:00+01:00, took 1.3 s
                memory: 1.5 GiB for Java on this machine, everything fits
                """);
    }

    @Test
    void the_json_says_the_same_and_the_seconds_last() {
        assertThat(text(out -> SummaryJson.write(summary(), out))).isEqualTo("""
                {
                  "version" : "0.1.0",
                  "rules" : "rules.yaml",
                  "as_of" : "2026-11-22T09:00:00+01:00",
                  "sources" : [
                    {
                      "source" : "contacts",
                      "rows" : 6,
                      "rejected" : 1,
                      "anonymous" : 0,
                      "duplicate" : 1,
                      "suppressed" : 0,
                      "unmatched" : 0,
                      "later" : 0,
                      "matched" : 4
                    },
                    {
                      "source" : "web",
                      "rows" : 12345,
                      "rejected" : 0,
                      "anonymous" : 0,
                      "duplicate" : 0,
                      "suppressed" : 0,
                      "unmatched" : 45,
                      "later" : 300,
                      "matched" : 12000
                    }
                  ],
                  "leads" : {
                    "total" : 4,
                    "scored" : 2,
                    "no_data" : 1,
                    "disqualified" : 1
                  },
                  "buckets" : [
                    {
                      "name" : "hot",
                      "leads" : 1
                    },
                    {
                      "name" : "cold",
                      "leads" : 0
                    }
                  ],
                  "in_no_bucket" : 1,
                  "not_numbers" : [
                    {
                      "source" : "contacts",
                      "column" : "employees",
                      "count" : 1,
                      "first" : "contacts.csv:4:9"
                    },
                    {
                      "source" : "web",
                      "column" : "duration_s",
                      "count" : 1200,
                      "first" : "web.csv.gz:17:31"
                    }
                  ],
                  "not_dates" : [
                    {
                      "source" : "contacts",
                      "column" : "closed",
                      "count" : 2,
                      "first" : "contacts.csv:3:20"
                    }
                  ],
                  "idle_rules" : [
                    "Fair visited"
                  ],
                  "oddities" : [
                    {
                      "source" : "contacts",
                      "kind" : "empty_at_end",
                      "column" : "",
                      "count" : 1,
                      "first" : "contacts.csv:5:20"
                    },
                    {
                      "source" : "contacts",
                      "kind" : "guard",
                      "column" : "phone",
                      "count" : 1200,
                      "first" : "contacts.csv:2:9"
                    },
                    {
                      "source" : "web",
                      "kind" : "rounded_id",
                      "column" : "id",
                      "count" : 2,
                      "first" : "web.csv.gz:9:1"
                    }
                  ],
                  "warnings" : [
                    "social: none of its leads is known"
                  ],
                  "memory" : {
                    "limit_bytes" : 1610612736,
                    "chosen_by" : "machine",
                    "parts" : 1,
                    "bytes_on_disk" : 0
                  },
                  "seconds" : 1.250
                }
                """);
    }

    @Test
    void rejects_are_written_with_their_place_and_guarded_like_the_ranking() {
        assertThat(text(out ->
                        new RejectsCsv(CsvForm.PLAIN).write(summary().result().rejects(), out)))
                .isEqualTo("""
                        source,line,column,reason,raw
                        contacts.csv,3,7,2 fields where the header has 3,"'=x,""y"
                        """);
    }
}
