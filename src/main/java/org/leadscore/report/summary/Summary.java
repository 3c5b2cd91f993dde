package org.leadscore.report.summary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.point.Census;

/**
 * The summary of a run: its result, and how it was made. Made by the command, written as text and as JSON.
 *
 * @param changes since an earlier ranking; null when that was not asked for
 * @param objections with the note of those that were met; nobody's count for nothing where the rules name no list
 * @param warnings what a person should look at though the run succeeded
 * @param rulesFile as the user named it
 * @param version of this program
 * @param asOf milliseconds since 1970 UTC
 * @param memory that it had and used; null when it is not to be shown
 * @param seconds that the run took: with {@code memory} the only figure that differs between two runs over the same
 *     input
 */
public record Summary(
        Result result,
        RuleSet rules,
        @Nullable Changes changes,
        Objections objections,
        List<String> warnings,
        String rulesFile,
        String version,
        long asOf,
        @Nullable MemoryUse memory,
        double seconds) {

    public Summary {
        warnings = List.copyOf(warnings);
    }

    /** A copy with another duration, in seconds. */
    public Summary after(double otherSeconds) {
        return new Summary(
                result, rules, changes, objections, warnings, rulesFile, version, asOf, memory, otherSeconds);
    }

    /** The as-of time in the rules' timezone. */
    String asOfText() {
        return new ZonedTimes(rules.timezone().zone()).format(asOf);
    }

    Census census() {
        return result.census();
    }
}
