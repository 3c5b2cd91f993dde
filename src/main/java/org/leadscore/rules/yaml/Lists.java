package org.leadscore.rules.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Sequence;

/** Reads values that must be lists. */
public final class Lists {

    private Lists() {}

    /** The items, none when the tree is absent; a tree that is no list, or an empty one, is reported. */
    public static List<YamlTree> items(@Nullable YamlTree tree, String key, String ofWhat, Findings findings) {
        if (tree instanceof Sequence sequence) {
            if (sequence.items().isEmpty()) {
                findings.problem(tree.at(), key + " must not be an empty list; delete it, or add to it");
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
