package org.leadscore.cli.option;

import java.util.Collection;
import java.util.List;
import org.leadscore.problem.Nearest;

/** Puts names into sentences of messages. */
public final class Words {

    private Words() {}

    /**
     * Hints at a name: {@code ; did you mean 'x'?} when one is near, and otherwise all names that there are; to be put
     * right behind a message.
     */
    public static String hint(String word, Collection<String> known) {
        return Nearest.hint(word, known, "; " + choice(List.copyOf(known)));
    }

    /** Names all there are: {@code there is a}, {@code there are a, b and c}. */
    public static String choice(List<String> names) {
        return names.isEmpty() ? "there is none" : (names.size() == 1 ? "there is " : "there are ") + list(names);
    }

    /** Joins names: {@code a, b and c}. */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
