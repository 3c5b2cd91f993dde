package org.leadscore.score.count;

import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Text;
import org.leadscore.lead.Unpacking;

/**
 * Keeps the first or the last value of a column that is not blank; of several at the same time, the smallest text by
 * code point. The state is two words: the time, moved so that 0 is none, and the value's id.
 */
public record ValueAtEnd(int timeWord, int idWord, int column, boolean first) implements Counter {

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        int id = values.valueId(column);
        if (id >= 0) {
            add(states, lead, time ^ Long.MIN_VALUE, id);
        }
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        long time = from.word(lead, timeWord);
        if (time != 0) {
            add(into, lead, time, ids[(int) from.word(lead, idWord)]);
        }
    }

    @Override
    public void pack(LeadStates states, int lead, Packing out) {
        long time = states.word(lead, timeWord);
        out.number(time == 0 ? 0 : 1);
        if (time != 0) {
            out.number(time ^ Long.MIN_VALUE);
            out.text(states.value((int) states.word(lead, idWord)));
        }
    }

    @Override
    public void absorb(LeadStates states, int lead, Unpacking in) {
        if (in.number() != 0) {
            long time = in.number() ^ Long.MIN_VALUE;
            add(states, lead, time, states.valueId(in.text()));
        }
    }

    /** The value; null when there was none. */
    public @Nullable String value(LeadStates states, int lead) {
        return states.word(lead, timeWord) == 0 ? null : states.value((int) states.word(lead, idWord));
    }

    private void add(LeadStates states, int lead, long time, int id) {
        long known = states.word(lead, timeWord);
        long knownId = states.word(lead, idWord);
        int order = known == 0 ? -1 : first ? Long.compareUnsigned(time, known) : Long.compareUnsigned(known, time);
        if (order < 0 || order == 0 && id != knownId && isSmaller(states, id, (int) knownId)) {
            states.add(lead, timeWord, time - known);
            states.add(lead, idWord, id - knownId);
        }
    }

    private static boolean isSmaller(LeadStates states, int id, int other) {
        return Text.compareByCodePoint(states.value(id), states.value(other)) < 0;
    }

    @Override
    public int column() {
        return column;
    }
}
