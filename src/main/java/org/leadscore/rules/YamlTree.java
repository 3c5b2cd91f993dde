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

    /** A single value. {@code NO}, {@code 010} and {@code null} are text like any other. */
    record Scalar(Location at, String text) implements YamlTree {
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

    /** Keys in the order of the file. */
    record Mapping(Location at, Map<String, Entry> entries) implements YamlTree {
        public Mapping {
            entries = new LinkedHashMap<>(entries);
        }

        @Override
        public String found() {
            return "a mapping";
        }
    }

    record Entry(Location keyAt, YamlTree value) {}

    /** Where a value is missing or unusable. That has been reported: readers pass over it in silence. */
    record Gap(Location at) implements YamlTree {
        @Override
        public String found() {
            return "nothing";
        }
    }
}
