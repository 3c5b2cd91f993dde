package org.leadscore.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadscore.report.ranking.SampleRun.summary;
import static org.leadscore.report.ranking.SampleRun.text;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.report.ranking.RejectsCsv;
import org.leadscore.report.screen.Sheet;
import org.leadscore.report.table.CsvForm;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryTest {

    private static final Path SUMMARY = Path.of("/work/reports/summary.json");

    @Test
    void the_text_stands_in_columns() {
        Sheet sheet = new Sheet(null);

        SummaryText.write(summary(), List.of(), sheet);

        assertThat(sheet.text()).isEqualTo("""
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
        assertThat(text(out -> SummaryJson.write(summary(), manifest(), out))).isEqualTo("""
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
                      "matched" : 4,
                      "newest" : null
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
                      "matched" : 12000,
                      "newest" : null
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
                  "spread" : {
                    "min" : 0,
                    "max" : 100,
                    "step" : 1,
                    "at_minimum" : 1,
                    "scores" : [
                      {
                        "score" : 87,
                        "bucket" : "hot",
                        "leads" : 1
                      },
                      {
                        "score" : 0,
                        "bucket" : "",
                        "leads" : 1
                      }
                    ]
                  },
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
                  "options" : {
                    "events" : [
                      "web=a.csv",
                      "web=b.csv"
                    ],
                    "as-of" : "2026-11-22",
                    "excel" : true
                  },
                  "inputs" : [
                    {
                      "kind" : "rules",
                      "name" : "rules.yaml",
                      "size" : 3,
                      "modified" : "2026-11-22T08:00:00Z",
                      "sha256" : "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                    },
                    {
                      "kind" : "source",
                      "name" : "-",
                      "size" : 9,
                      "crc32c" : "e3069283"
                    },
                    {
                      "kind" : "source",
                      "name" : "hdfs://host/a.csv",
                      "checksum" : "left out: this file was read on a cluster"
                    }
                  ],
                  "outputs" : [
                    {
                      "kind" : "leads",
                      "name" : "leads.csv",
                      "size" : 12,
                      "sha256" : "00"
                    },
                    {
                      "kind" : "ledger",
                      "name" : "../ledger.csv",
                      "size" : 5,
                      "sha256" : "01"
                    }
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

    private static Manifest manifest() {
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put("events", List.of("web=a.csv", "web=b.csv"));
        options.put("as-of", List.of("2026-11-22"));
        options.put("excel", List.of());
        return new Manifest(
                options,
                List.of(
                        Manifest.Input.rules("rules.yaml", "abc", 1795334400000L),
                        new Manifest.Input("source", "-", 9, null, null, "e3069283"),
                        new Manifest.Input("source", "hdfs://host/a.csv", -1, null, null, null)),
                List.of(
                        new Manifest.Output("leads", "/work/reports/leads.csv", 12, "00").from(SUMMARY),
                        new Manifest.Output("ledger", "/work/ledger.csv", 5, "01").from(SUMMARY)));
    }
}
