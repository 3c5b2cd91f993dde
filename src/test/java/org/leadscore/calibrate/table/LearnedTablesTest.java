package org.leadscore.calibrate.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.Calibration;
import org.leadscore.calibrate.Learned;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.quality.Quality;
import org.leadscore.calibrate.rows.Histories;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LearnedTablesTest {

    private static final Learned LEARNED = learned();

    @Test
    void the_file_has_a_line_for_each_attribute() {
        StringWriter csv = new StringWriter();

        new LearnedTables(LEARNED, null).writeCsv(csv, text -> text.startsWith("=") ? "'" + text : text);

        assertThat(csv.toString()).isEqualTo("""
                        rule,attribute,n,k,rate,ratio,low,high,shrunken_ratio,p,q,old_points,new_points,plus_minus,with_suspects
                        Industry,'=banking,1000,100,0.100000,5.0000,0.082909,0.120152,4.8778,6.8759E-81,2.7504E-80,0,7,0.635,7
                        Industry,retail,2000,40,0.020000,1.0000,0.014722,0.027119,1.0000,1.0000E0,1.0000E0,0,0,1.232,0
                        Industry,,7000,60,0.008571,0.4286,0.006665,0.011017,0.4311,1.0938E-35,2.1876E-35,0,-4,0.914,-4
                        "Buys ""loudly"", often","Buys ""loudly"", often",2000,40,0.020000,1.0000,0.014722,0.027119,1.0000,1.0000E0,1.0000E0,4,0,0.078,0
                        """);
    }

    @Test
    void the_terminal_shows_the_loudest_first() {
        assertThat(new LearnedTables(LEARNED, null).weightiest()).isEqualTo("""
                        all 4 attributes
                                rule          attribute   n     k   ratio  shrunk    q     old  new    ±
                        ----------------------------------------------------------------------------------
                                    Industry   =banking  1000  100   5.00    4.88  0.0000    0    7  0.635
                                    Industry    (empty)  7000   60   0.43    0.43  0.0000    0   -4  0.914
                                    Industry     retail  2000   40   1.00    1.00  1.0000    0    0  1.232
                        Buys "loudly", often             2000   40   1.00    1.00  1.0000    4    0  0.078
                        """);
    }

    @Test
    void rankings_stand_below_each_other() {
        Map<String, Quality> rankings = new LinkedHashMap<>();
        rankings.put("old", LEARNED.trial().old());
        rankings.put("new", LEARNED.trial().learned());

        assertThat(QualityTables.compared("3,334 leads of the test", rankings)).isEqualTo("""
                        3,334 leads of the test
                        points   AUC     from     to      KS     Brier   skill   best tenth's lift
                        --------------------------------------------------------------------------
                           old  0.4971  0.4489  0.5453  0.0058  0.01969  0.0000               0.97
                           new  0.7467  0.6832  0.8102  0.4156  0.01893  0.0386               5.07
                        """);
    }

    @Test
    void tenths_stand_below_each_other() {
        StringWriter csv = new StringWriter();

        QualityTables.writeTenths(LEARNED.trial().learned(), csv);

        assertThat(csv.toString()).startsWith("tenth,leads,conversions,rate,lift,gain\n1,");
        assertThat(QualityTables.tenths(LEARNED.trial().learned()).lines()).hasSize(13);
    }

    private static Learned learned() {
        HistoryBuilder builder = HistoryBuilder.flat(List.of(
                Histories.table("Industry", "=banking", "retail", ""), Histories.rule("Buys \"loudly\", often", 4)));
        Histories.add(builder, 0, 1_000, 100, 0, History.NONE);
        Histories.add(builder, 1_000, 2_000, 40, 1, 0);
        Histories.add(builder, 3_000, 7_000, 60, 2, History.NONE);
        return Calibration.of(Histories.thirds(builder.build()), Histories.settings(Method.EVIDENCE));
    }
}
