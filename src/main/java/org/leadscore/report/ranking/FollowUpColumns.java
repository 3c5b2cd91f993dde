package org.leadscore.report.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leadscore.report.table.Cells;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.Grades;
import org.leadscore.score.point.Score;
import org.leadscore.segment.Placed;
import org.leadscore.segment.Standing;

/** The columns of the ranking that say where a lead stands and what happens next: those of the parts that the rule file has. */
final class FollowUpColumns {

    /** The text between two names in a cell. */
    private static final String BETWEEN = "; ";

    private final FollowUp followUp;
    private final List<String> names;

    FollowUpColumns(FollowUp followUp) {
        this.followUp = followUp;
        this.names = names(followUp);
    }

    /** The names of the columns; empty when the rule file has none of those parts. */
    List<String> names() {
        return names;
    }

    private static List<String> names(FollowUp followUp) {
        List<String> names = new ArrayList<>();
        addIf(followUp.grades() != null, names, "grade");
        addIf(!followUp.stages().isEmpty(), names, "stage");
        addIf(!followUp.interests().isEmpty(), names, "interest", "interest_score");
        addIf(followUp.acquisition() != null, names, "source");
        addIf(!followUp.segments().isEmpty(), names, "segments");
        addIf(followUp.handOff() != null, names, "hand_off");
        addIf(!followUp.actions().isEmpty(), names, "action");
        return names;
    }

    void write(Cells table, Score score, Placed placed) throws IOException {
        Grades grades = followUp.grades();
        if (grades != null) {
            table.text(grades.of(score.fit(), score.engagement()));
        }
        Standing standing = placed.standing();
        if (!followUp.stages().isEmpty()) {
            table.text(standing.stage() == null ? "" : standing.stage());
        }
        if (!followUp.interests().isEmpty()) {
            String interest = standing.interest();
            table.text(interest == null ? "" : interest);
            if (interest == null) {
                table.plain("");
            } else {
                table.points(standing.interestPoints(), 2);
            }
        }
        if (followUp.acquisition() != null) {
            table.text(standing.source() == null ? "" : standing.source());
        }
        if (!followUp.segments().isEmpty()) {
            table.text(joined(standing.segments(), name -> name));
        }
        if (followUp.handOff() != null) {
            table.text(placed.handOver().text());
        }
        if (!followUp.actions().isEmpty()) {
            table.text(joined(placed.actions(), Action::name));
        }
    }

    /** Joins names; most leads have none or one, for which nothing needs to be joined. */
    private static <T> String joined(List<T> parts, Function<T, String> name) {
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> name.apply(parts.get(0));
            default -> parts.stream().map(name).collect(Collectors.joining(BETWEEN));
        };
    }

    private static void addIf(boolean isThere, List<String> names, String... more) {
        if (isThere) {
            names.addAll(List.of(more));
        }
    }
}
