package org.leadscore.rules.yaml;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Sequence;

/** Reads values that must be lists. */
public final class Lists {

    /** Entries of a list that are read; each row of the data may meet each of them. */
    private static final int MOST = 10_000;

    private Lists() {}

    /**
     * The items, none when the tree is absent; a tree that is no list, an empty one, and one of more than
     * {@link #MOST} are reported.
     */
    public static List<YamlTree> items(@Nullable YamlTree tree, String key, String ofWhat, Findings findings) {
        if (tree instanceof Sequence sequence) {
            if (sequence.items().isEmpty()) {
                findings.problem(tree.at(), key + " must not be an empty list; delete it, or add to it");
            }
            if (sequence.items().size() > MOST) {
                findings.problem(
                        sequence.items().get(MOST).at(),
                        String.format(
                                Locale.ROOT,
                                "%s has %,d entries, and %,d are the most; one with a list of values takes the place of many",
                                key,
                                sequence.items().size(),
                                MOST));
                return sequence.items().subList(0, MOST);
            }
            return sequence.items();
        }
        if (tree != null && !(tree instanceof Gap)) {
            findings.problem(
                    tree.at(),
                    "%s must be a list of %s, not %s; begin each with '- '".formatted(key, ofWhat, tree.found()));
        }
        return List.of();
    }
}
