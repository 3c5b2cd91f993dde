package org.leadscore.score.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Test;

/**
 * Judges values by reading them once, for questions about parts of texts: a string matching automaton (Aho and
 * Corasick, 1975) over the texts of all questions. Values after which it stands in the same state are answered alike,
 * so a judge is asked once for each state. Remembers no values, and so touches no memory but its own few tables,
 * whatever there is to read. Reads plain ASCII and leaves other values to the caller. Not thread-safe.
 */
public final class TextAutomaton {

    /** In place of a number: the value cannot be read here. */
    public static final int UNREAD = -1;

    private static final int MOST_PARTS = Long.SIZE;
    private static final int MOST_STATES = 1 << 12;

    /** Signs that stand before and behind each value, so that a part can be bound to its start or its end. */
    private static final char BEGIN = 1;

    private static final char END = 2;

    /** The row of the state from which no value is read any further. */
    private static final int LOST = 0;

    /**
     * The state after a part of a value has been read.
     *
     * @param node the longest piece at the end of what was read
     * @param found a bit for each part that was found
     */
    private record State(Node node, long found) {}

    /** A piece that some part begins with: the longest one at the end of what was read. */
    private static final class Node {
        /** The piece with one more letter behind it. */
        final Map<Character, Node> longer = new HashMap<>();

        /** The longest shorter piece at the end of this one; null for the empty piece. */
        @Nullable
        Node shorter;

        /** A bit for each part that ends where this piece ends. */
        long ending;
    }

    /** Computes the verdict on a value. */
    private final ToIntFunction<String> judge;
    /** The empty piece. */
    private final Node root;
    /** By byte, its class, from 1; 0 for bytes that are not read here. */
    private final byte[] classes = new byte[1 << Byte.SIZE];
    /** By class less 1, its letter; the last class is that of all letters that no part has. */
    private final char[] letters;
    /** By number, the state; its row begins at number × {@link #width}. */
    private final List<State> states = new ArrayList<>();
    /** The start of each state's row in the table. */
    private final Map<State, Integer> rows = new HashMap<>();
    /** The start of the row with which a value begins. */
    private final int begin;

    /** Length of a row of the table: the number of classes of bytes, and one for the verdict. */
    private final int width;

    /**
     * A row for each state: by the class of the next byte, the start of the next state's row, {@link #LOST} also for a
     * way that no value has gone yet; behind them the verdict on values that end here.
     */
    private int[] table = new int[0];

    private TextAutomaton(List<String> parts, ToIntFunction<String> judge) {
        this.judge = judge;
        this.root = trie(parts);
        char[] used = parts.stream()
                .flatMapToInt(String::chars)
                .distinct()
                .sorted()
                .mapToObj(letter -> String.valueOf((char) letter))
                .reduce("", String::concat)
                .toCharArray();
        this.letters = Arrays.copyOf(used, used.length + 1); // the last one stands for all that no part has
        this.width = letters.length + 2;
        for (char letter = ' '; letter <= '~'; letter++) {
            char folded = letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
            int found = Arrays.binarySearch(used, folded);
            classes[letter] = (byte) (1 + (found < 0 ? used.length : found));
        }
        rowOf(new State(new Node(), 0)); // LOST
        Node bound = root.longer.get(BEGIN);
        begin = rowOf(new State(bound == null ? root : bound, 0));
    }

    /**
     * Makes an automaton for these questions about one field; null when they ask for other things than parts of texts,
     * or too many.
     *
     * @param judge answers the same for all values that pass the same tests
     */
    public static @Nullable TextAutomaton of(List<Questions.Question> questions, ToIntFunction<String> judge) {
        List<String> parts = new ArrayList<>();
        for (Questions.Question question : questions) {
            List<Test.Piece> pieces = question.test().pieces().orElse(null);
            if (pieces == null
                    || pieces.stream().anyMatch(piece -> piece.folded().isEmpty())) {
                return null;
            }
            pieces.forEach(piece -> parts.add(part(piece)));
        }
        boolean readable = parts.size() <= MOST_PARTS && parts.stream().allMatch(TextAutomaton::isPlain);
        return readable ? new TextAutomaton(parts, judge) : null;
    }

    private static String part(Test.Piece piece) {
        return (piece.atStart() ? String.valueOf(BEGIN) : "")
                + piece.folded()
                + (piece.atEnd() ? String.valueOf(END) : "");
    }

    /**
     * True when the text is ASCII. A text beyond it may be what a value in ASCII is folded to, and the other way round.
     */
    private static boolean isPlain(String part) {
        return part.chars().allMatch(letter -> letter >= ' ' && letter <= '~' || letter == BEGIN || letter == END);
    }

    /** The verdict on the value; {@link #UNREAD} for a value that is not plain, is blank, or has a blank at an end. */
    public int get(byte[] bytes, int start, int length) {
        int end = start + length;
        if (length == 0 || bytes[start] <= ' ' || bytes[end - 1] <= ' ') {
            return UNREAD;
        }
        int row = begin;
        for (int at = start; at < end; at++) {
            int letter = classes[bytes[at] & 0xFF];
            int target = table[row + letter];
            if (target == LOST) {
                target = letter == 0 ? LOST : follow(row, letter);
                if (target == LOST) {
                    return UNREAD;
                }
            }
            row = target;
        }
        int place = row + width - 1;
        if (table[place] == UNREAD) {
            table[place] = judge.applyAsInt(new String(bytes, start, length, UTF_8));
        }
        return table[place];
    }

    private int follow(int row, int letter) {
        State from = states.get(row / width);
        Node node = step(from.node(), letters[letter - 1]);
        int target = rowOf(new State(node, from.found() | node.ending));
        table[row + letter] = target;
        return target;
    }

    /**
     * The start of the state's row; {@link #LOST} when there are too many states: values are then left to the caller,
     * which is slower and no mistake.
     */
    private int rowOf(State state) {
        Integer known = rows.get(state);
        if (known != null) {
            return known;
        }
        int count = states.size();
        if (count == MOST_STATES) {
            return LOST;
        }
        int row = count * width;
        if (row == table.length) {
            table = Arrays.copyOf(table, Math.max(16 * width, 2 * row));
        }
        table[row + width - 1] = UNREAD;
        states.add(state);
        rows.put(state, row);
        return row;
    }

    private Node step(Node from, char letter) {
        Node node = from;
        Node longer = node.longer.get(letter);
        while (longer == null && node.shorter != null) {
            node = node.shorter;
            longer = node.longer.get(letter);
        }
        return longer == null ? root : longer;
    }

    private static Node trie(List<String> parts) {
        Node root = new Node();
        for (int i = 0; i < parts.size(); i++) {
            Node node = root;
            for (char letter : parts.get(i).toCharArray()) {
                node = node.longer.computeIfAbsent(letter, any -> new Node());
            }
            node.ending |= 1L << i;
        }
        Queue<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.remove();
            node.longer.forEach((letter, longer) -> {
                Node shorter = node.shorter;
                while (shorter != null && !shorter.longer.containsKey(letter)) {
                    shorter = shorter.shorter;
                }
                Node known = shorter == null ? null : shorter.longer.get(letter);
                longer.shorter = known == null ? root : known;
                longer.ending |= longer.shorter.ending;
                open.add(longer);
            });
        }
        return root;
    }
}
