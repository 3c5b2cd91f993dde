package org.leadscore.cli;

import java.util.Collection;
import java.util.List;
import org.leadscore.problem.Nearest;

/** Names in a sentence. */
final class Words {

    private Words() {}

    /** {@code ; did you mean 'x'?} where a name is near, and otherwise all there are: goes behind a message as it is. */
    static String hint(String word, Collection<String> known) {
        return Nearest.hint(word, known, "; " + choice(List.copyOf(known)));
    }

    /** {@code there is a}, {@code there are a, b and c}. */
    static String choice(List<String> names) {
        return names.isEmpty() ? "there is none" : (names.size() == 1 ? "there is " : "there are ") + list(names);
    }

    /** {@code a, b and c}. */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
