package org.leadscore.rules.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.leadscore.problem.Excerpt;
import org.leadscore.problem.Location;

/**
 * A rule file as it was written: YAML with the place of every value kept, and every scalar still text. Nothing in it
 * has been checked. Made by {@link YamlReader} and seen only by the readers of this package.
 */
public sealed interface YamlTree {

    Location at();

    /** The description of the value for a message that says what was found. */
    String found();

    /** Answers by the function that is for this sort of tree. */
    <R> R choose(
            Function<Scalar, R> scalar,
            Function<Sequence, R> sequence,
            Function<Mapping, R> mapping,
            Function<Gap, R> gap);

    /**
     * The part of the file that a value takes up, quotes included, in code points from its start: from the first to the
     * one behind the last.
     */
    record Span(int from, int to) {}

    /** A single value. {@code NO}, {@code 010} and {@code null} are text like any other. */
    record Scalar(Location at, String text, Span span) implements YamlTree {
        @Override
        public String found() {
            return "'" + Excerpt.of(text) + "'";
        }

        @Override
        public <R> R choose(
                Function<Scalar, R> scalar,
                Function<Sequence, R> sequence,
                Function<Mapping, R> mapping,
                Function<Gap, R> gap) {
            return scalar.apply(this);
        }
    }

    /**
     * A list, with its items in the order of the file.
     *
     * @param span from the bracket to the bracket, or from the first dash to the end of the last item
     */
    record Sequence(Location at, List<YamlTree> items, Span span) implements YamlTree {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String found() {
            return "a list";
        }

        @Override
        public <R> R choose(
                Function<Scalar, R> scalar,
                Function<Sequence, R> sequence,
                Function<Mapping, R> mapping,
                Function<Gap, R> gap) {
            return sequence.apply(this);
        }
    }

    /**
     * A mapping, with its keys in the order of the file.
     *
     * @param inBraces true when it is written in braces; else there is a line for each key
     * @param span from the brace to the brace, or from the first key to the end of the last value
     */
    record Mapping(Location at, boolean inBraces, Map<String, Entry> entries, Span span) implements YamlTree {
        public Mapping {
            entries = new LinkedHashMap<>(entries);
        }

        @Override
        public String found() {
            return "a mapping";
        }

        @Override
        public <R> R choose(
                Function<Scalar, R> scalar,
                Function<Sequence, R> sequence,
                Function<Mapping, R> mapping,
                Function<Gap, R> gap) {
            return mapping.apply(this);
        }
    }

    /**
     * A key's value.
     *
     * @param keyFrom the offset at which the key begins, its quote included, in code points from the start of the file
     */
    record Entry(Location keyAt, int keyFrom, YamlTree value) {}

    /** A missing or unusable value, which has been reported: readers pass over it in silence. */
    record Gap(Location at) implements YamlTree {
        @Override
        public String found() {
            return "nothing";
        }

        @Override
        public <R> R choose(
                Function<Scalar, R> scalar,
                Function<Sequence, R> sequence,
                Function<Mapping, R> mapping,
                Function<Gap, R> gap) {
            return gap.apply(this);
        }
    }
}
