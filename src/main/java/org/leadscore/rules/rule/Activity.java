package org.leadscore.rules.rule;

import java.math.BigDecimal;
import java.util.List;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.Field;

/** The quantity that an implicit rule takes from the events of a lead. */
public sealed interface Activity {

    /** The conditions on events: {@code did}, or {@code of} and {@code over}. */
    List<Condition> conditions();

    /** The number of occurrences of events that match. */
    record Occurrences(Condition did, Count count) implements Activity {
        @Override
        public List<Condition> conditions() {
            return List.of(did);
        }
    }

    /** The number of full multiples of {@code per} in the sum of a numeric column. */
    record Sum(Condition did, Field column, BigDecimal per) implements Activity {
        @Override
        public List<Condition> conditions() {
            return List.of(did);
        }
    }

    /**
     * The number of events that match {@code of}, divided by the number of those that match {@code over}; no rate with
     * fewer than {@code fromEvents} of the latter.
     */
    record Rate(Condition of, Condition over, long fromEvents) implements Activity {
        @Override
        public List<Condition> conditions() {
            return List.of(of, over);
        }
    }
}
