package org.leadscore.score;

import java.util.ArrayList;
import java.util.List;

/** Deals out the places in a lead's packed state, while the rules are compiled. */
final class Layout {

    private final List<Counter> counters = new ArrayList<>();
    private int words;
    private int sets;

    int nextWord() {
        return words++;
    }

    int nextSet() {
        return sets++;
    }

    <C extends Counter> C add(C counter) {
        counters.add(counter);
        return counter;
    }

    int words() {
        return words;
    }

    int sets() {
        return sets;
    }

    List<Counter> counters() {
        return List.copyOf(counters);
    }
}
