package org.leadscore.score;

import org.leadscore.rules.Decay;

/** What the newest events still earn: their times, a sorted multiset of at most {@code limit}. */
record NewestEvents(int set, int limit, long each, Decay decay, long asOf) implements Counter.Earnings {

    @Override
    public void see(LeadStates states, int lead, long time, EventValues values) {
        long[] times = states.set(lead, set);
        if (times == null) {
            states.put(lead, set, Block.of(time));
            return;
        }
        boolean full = Block.size(times) == limit;
        if (full && time <= times[1]) {
            return;
        }
        long[] room = full ? Block.removed(times, 1, 1) : times;
        states.put(lead, set, Block.inserted(room, Block.after(room, time), time));
    }

    @Override
    public void merge(LeadStates into, LeadStates from, int lead, int[] ids) {
        long[] times = from.set(lead, set);
        for (int i = 1; times != null && i <= Block.size(times); i++) {
            see(into, lead, times[i], NoValues.NONE);
        }
    }

    @Override
    public long points(LeadStates states, int lead) {
        long[] times = states.set(lead, set);
        long sum = 0;
        for (int i = 1; times != null && i <= Block.size(times); i++) {
            sum += decay.faded(each, asOf - times[i]);
        }
        return sum;
    }
}
