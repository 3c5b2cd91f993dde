package org.leadscore.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.segment.SourceTable;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceFiguresTest {

    @Test
    void a_percentage_is_rounded_once() {
        SourceTable.Row row = new SourceTable.Row("email", 919, 28, 823, 0, 96);

        assertThat(SourceFigures.percent(96, row)).isEqualTo("10.4%"); // 10.446, which is 10.45 with two decimals
        assertThat(SourceFigures.share(96, row)).isEqualByComparingTo("0.1045");
    }
}
