package org.leadscore.history;

import java.util.stream.IntStream;
import org.leadscore.engine.past.Past;
import org.leadscore.lead.Text;

/**
 * The rows of a history: at each moment the leads who were known by then and were no customers yet; in a flat history, every
 * lead once. They come in the order of the leads' ids, then of moments, whatever the order in which they were read.
 */
final class PastRows {

    /** Takes one row after another. */
    interface Taker {

        /**
         * Takes one lead at one moment.
         *
         * @param number of the lead in the order of the ids
         * @param lead its number in the past
         * @param moment index of the timeline's moment
         */
        void row(int number, int lead, int moment, boolean isConversion);
    }

    private final Past past;
    private final Timeline timeline;
    private final int[] byId; // numbers in the past, in the order of the ids

    /** @param exact true when the case of ids counts */
    PastRows(Past past, Timeline timeline, boolean exact) {
        this.past = past;
        this.timeline = timeline;
        String[] ids = new String[past.leads()];
        for (int lead = 0; lead < ids.length; lead++) {
            ids[lead] = exact ? past.spelling(lead) : Text.fold(past.spelling(lead));
        }
        byId = IntStream.range(0, ids.length)
                .boxed()
                .sorted((one, other) -> Text.compareByCodePoint(ids[one], ids[other]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The lead's number in the past. */
    int lead(int number) {
        return byId[number];
    }

    /** Hands over all rows. */
    void each(Taker taker) {
        for (int number = 0; number < byId.length; number++) {
            int lead = byId[number];
            long customer = past.customerSince(lead);
            if (timeline.isFlat()) {
                if (past.isThere(0, lead)) {
                    taker.row(number, lead, 0, customer != Past.NEVER);
                }
                continue;
            }
            for (int moment = 0; moment < timeline.moments().size(); moment++) {
                long at = timeline.moments().get(moment);
                if (past.isKnown(moment, lead) && customer > at) {
                    taker.row(number, lead, moment, customer <= at + timeline.horizon());
                }
            }
        }
    }
}
