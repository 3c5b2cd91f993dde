package org.leadscore.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadscore.problem.Excerpt;
import org.leadscore.problem.Location;

/**
 * A rule file as it was written: YAML with the place of every value kept, and every scalar still text. Nothing in it has
 * been checked, and nothing but the readers of this package sees it.
 */
sealed interface YamlTree {

    Location at();

    /** What it is, for a message that says what was found. */
    String found();

    /** What a value takes up of the file, quotes included, in code points from its start, the first and that behind the last. */
    record Span(int from, int to) {}

    /** A single value. {@code NO}, {@code 010} and {@code null} are text like any other. */
    record Scalar(Location at, String text, Span span) implements YamlTree {
        @Override
        public String found() {
            return "'" + Excerpt.of(text) + "'";
        }
    }

    record Sequence(Location at, List<YamlTree> items) implements YamlTree {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String found() {
            return "a list";
        }
    }

    /**
     * Keys in the order of the file.
     *
     * @param inBraces how it is written; the other way is a line for each key
     */
    record Mapping(Location at, boolean inBraces, Map<String, Entry> entries) implements YamlTree {
        public Mapping {
            entries = new LinkedHashMap<>(entries);
        }

        @Override
        public String found() {
            return "a mapping";
        }
    }

    /**
     * A key's value.
     *
     * @param keyFrom where the key begins, its quote included, in code points from the start of the file
     */
    record Entry(Location keyAt, int keyFrom, YamlTree value) {}

    /** Where a value is missing or unusable. That has been reported: readers pass over it in silence. */
    record Gap(Location at) implements YamlTree {
        @Override
        public String found() {
            return "nothing";
        }
    }
}
