package org.leadscore.engine.parts;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.ScoreBytes;

/** Writes and reads a lead's id, its kept columns and its score, as bytes. Immutable. */
final class ReportRow {

    private final ScoreBytes scores;
    private final int kept;
    private final int reported;

    ReportRow(RuleSet rules) {
        this.scores = new ScoreBytes(rules);
        this.kept = rules.keptColumns().size();
        this.reported = rules.reportColumns().size();
    }

    /**
     * Writes a lead.
     *
     * @param columns all that are kept
     */
    void pack(String id, List<String> columns, Score score, Packing out) {
        out.text(id);
        columns.forEach(out::text);
        scores.pack(score, out);
    }

    /** Reads a lead, with those of its columns that are in reports. */
    RankedLead lead(int rank, Unpacking in) {
        Utf8Slice id = in.slice();
        List<Utf8Slice> fields = new ArrayList<>(reported);
        for (int column = 0; column < kept; column++) {
            if (column < reported) {
                fields.add(in.slice());
            } else {
                in.skip((int) in.number());
            }
        }
        return new RankedLead(rank, id, scores.unpack(in), fields);
    }

    /** Reads the id alone. */
    static String id(Unpacking in) {
        return in.text();
    }

    /** Reads the values of all kept columns. */
    List<String> columns(Unpacking in) {
        in.skip((int) in.number());
        List<String> columns = new ArrayList<>(kept);
        for (int column = 0; column < kept; column++) {
            columns.add(in.text());
        }
        return columns;
    }
}
