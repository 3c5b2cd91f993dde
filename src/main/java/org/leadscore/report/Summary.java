package org.leadscore.report;

import org.leadscore.engine.Result;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.Census;

/**
 * What a run has to say of itself.
 *
 * @param rulesFile as the user named it
 * @param version of this program
 * @param asOf milliseconds since 1970 UTC
 * @param seconds that the run took: all that differs between two runs over the same input
 */
public record Summary(Result result, RuleSet rules, String rulesFile, String version, long asOf, double seconds) {

    /** The as-of time in the rules' timezone. */
    String asOfText() {
        return new ZonedTimes(rules.timezone().zone()).format(asOf);
    }

    Census census() {
        return result.census();
    }
}
