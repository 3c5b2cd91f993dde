package org.leadscore.segment;

import java.util.List;

/** A condition on leads, compiled. */
interface Check {

    /** Holds for every lead. */
    Check ALWAYS = lead -> true;

    /** True when the condition holds for the lead. */
    boolean holds(Known lead);

    static Check all(List<Check> parts) {
        Check[] all = parts.toArray(Check[]::new);
        return lead -> {
            for (Check part : all) {
                if (!part.holds(lead)) {
                    return false;
                }
            }
            return true;
        };
    }

    static Check any(List<Check> parts) {
        Check[] any = parts.toArray(Check[]::new);
        return lead -> {
            for (Check part : any) {
                if (part.holds(lead)) {
                    return true;
                }
            }
            return false;
        };
    }
}
