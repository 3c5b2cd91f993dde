package org.leadscore.report.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadscore.report.ranking.SampleRun.disqualified;
import static org.leadscore.report.ranking.SampleRun.gave;
import static org.leadscore.report.ranking.SampleRun.lead;
import static org.leadscore.report.ranking.SampleRun.rules;
import static org.leadscore.report.ranking.SampleRun.score;
import static org.leadscore.report.ranking.SampleRun.text;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.report.table.CsvForm;
import org.leadscore.report.table.Utf8Text;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.segment.Placed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadsCsvTest {

    private static final String HEADER = "rank,lead,score,bucket,status,fit,engagement,reasons,last_activity,company\n";

    @Test
    void a_row_says_what_and_why() {
        RankedLead ana = lead(
                1,
                "ana@example.com",
                score(87, "hot", gave("Demo requested", 25_000_000), gave("Personal mailbox", -10_000_000)),
                "Banco Sur");

        assertThat(csv(CsvForm.PLAIN, 0, ana)).isEqualTo(HEADER + """
                1,ana@example.com,87,hot,scored,20,12.35,"Demo requested +25; Personal mailbox -10",\
                2026-11-22T09:00:00+01:00,Banco Sur
                """);
    }

    @Test
    void no_leads_give_the_header() {
        assertThat(csv(CsvForm.PLAIN, 0)).isEqualTo(HEADER);
    }

    @Test
    void the_score_has_all_its_decimals() {
        assertThat(csv(CsvForm.PLAIN, 2, lead(1, "a", score(8_700, "hot"), "")))
                .isEqualTo(HEADER + "1,a,87.00,hot,scored,20,12.35,,2026-11-22T09:00:00+01:00,\n");
    }

    @Test
    void a_disqualified_lead_is_told_why_first() {
        assertThat(csv(CsvForm.PLAIN, 0, lead(9, "bob@rival.com", disqualified(gave("Opened", 500_000)), "Rival")))
                .isEqualTo(HEADER + "9,bob@rival.com,0,,disqualified,0,-0.5,\"Competitor; Opened +0.5\",,Rival\n");
    }

    @Test
    void the_three_weightiest_reasons_stand_and_equal_ones_in_the_order_of_the_file() {
        Score score = score(
                1,
                "cold",
                gave("A", 1_000_000),
                gave("B", -5_000_000),
                gave("C", 5_000_000),
                gave("D", 7_000_000),
                gave("E", 5_000_000));

        assertThat(reasons(score)).isEqualTo("D +7; B -5; C +5");
    }

    @Test
    void reasons_have_two_decimals_and_never_a_zero() {
        assertThat(reasons(score(1, "cold", gave("A", 1_005_000), gave("B", 4_999), gave("C", -5_000))))
                .isEqualTo("A +1.01; C -0.01");
    }

    @Test
    void fields_are_quoted_where_they_have_to_be() {
        assertThat(csv(CsvForm.PLAIN, 0, lead(1, "a", score(1, null), "Ends, \"Sons\"\nInc")))
                .endsWith(",\"Ends, \"\"Sons\"\"\nInc\"\n");
    }

    @Test
    void formulas_are_kept_from_running_and_numbers_and_telephones_are_left() {
        assertThat(csv(CsvForm.PLAIN, 0, lead(1, "=cmd", score(1, "hot"), "+34 600 123 456")))
                .contains("1,'=cmd,")
                .endsWith(",+34 600 123 456\n");
    }

    @Test
    void the_guard_can_be_turned_off() {
        assertThat(csv(new CsvForm(',', false, false), 0, lead(1, "=cmd", score(1, "hot"), "")))
                .contains("1,=cmd,");
    }

    @Test
    void excel_gets_a_byte_order_mark_its_separators_and_its_line_ends() {
        assertThat(csv(new CsvForm(';', true, true), 0, lead(1, "a", score(1, "hot"), "x;y, z")))
                .startsWith("\uFEFFrank;lead;score;")
                .endsWith(";company\r\n1;a;1;hot;scored;20;12,35;;2026-11-22T09:00:00+01:00;\"x;y, z\"\r\n");
    }

    private static String reasons(Score score) {
        Utf8Text line = new Utf8Text();
        Reasons.append(score, line);
        return line.from(0);
    }

    private static String csv(CsvForm form, int decimals, RankedLead... leads) {
        IntFunction<Placed> unasked = rank -> {
            throw new AssertionError("rules that end with the score do not ask where a lead stands");
        };
        LeadsCsv table = new LeadsCsv(rules(decimals), form, unasked, null);
        return text(out -> table.write(List.of(leads), out, 1));
    }
}
