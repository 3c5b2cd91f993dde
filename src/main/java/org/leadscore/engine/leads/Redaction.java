package org.leadscore.engine.leads;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.Text;

/**
 * Removes the text of rejects that hold the id of a lead who objected. A row that could not be read has no fields to
 * rely on: it holds an id when each word of the id stands somewhere in it, in whatever case. It is better to hide a row
 * too many than to show one too many: only words of fewer than six characters are not looked for inside of longer ones.
 * Immutable.
 */
public final class Redaction {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern QUOTED = Pattern.compile("'.*'", Pattern.DOTALL);
    private static final int TELLING = 6;
    private static final int LONGEST_START = 4;
    private static final int FILTER = 1 << 20;
    private static final BitSet NO_LENGTHS = new BitSet(0);

    /** Lengths of the words that begin with the same characters, at most four, by these. */
    private final Map<String, BitSet> lengthsByStart = new HashMap<>();

    /** The ids that each word is a part of, each id as the set of its words. */
    private final Map<String, List<Set<String>>> idsByWord = new HashMap<>();

    private final BitSet starts = new BitSet(FILTER); // spares most places of a row the look into a map

    /** Redacts the ids of these leads. */
    public Redaction(Objections objections) {
        for (String id : objections.ids()) {
            Set<String> words = Set.copyOf(List.of(BLANKS.split(Text.fold(id), -1)));
            for (String word : words) {
                List<Set<String>> ids = idsByWord.computeIfAbsent(word, first -> new ArrayList<>(1));
                if (ids.isEmpty()) {
                    index(word);
                }
                ids.add(words);
            }
        }
    }

    /** The reject as it is, or without its text when it holds an id. */
    public Reject apply(Reject reject) {
        if (idsByWord.isEmpty() || !(holdsId(Text.fold(reject.raw())) || holdsIdOtherwise(reject.raw()))) {
            return reject;
        }
        String reason = QUOTED.matcher(reject.reason()).replaceAll("'…'");
        return new Reject(reject.source(), reject.line(), reject.column(), reason, "");
    }

    /** True when the text holds an id that is percent-encoded, or that invisible or unusual characters disguise. */
    private boolean holdsIdOtherwise(String raw) {
        String plain = IdSpelling.visible(IdSpelling.decoded(raw));
        return !plain.equals(raw) && holdsId(Text.fold(plain));
    }

    private void index(String word) {
        String start = word.substring(0, Math.min(LONGEST_START, word.length()));
        lengthsByStart.computeIfAbsent(start, first -> new BitSet()).set(word.length());
        int hash = 0;
        for (int i = 0; i < start.length(); i++) {
            hash = hash(hash, start.charAt(i));
        }
        starts.set(hash);
    }

    private boolean holdsId(String text) {
        Set<String> found = new HashSet<>();
        for (int at = 0; at < text.length(); at++) {
            int hash = 0;
            for (int length = 1; length <= LONGEST_START && at + length <= text.length(); length++) {
                hash = hash(hash, text.charAt(at + length - 1));
                if (starts.get(hash)) {
                    addWords(text, at, length, found);
                }
            }
        }
        return found.stream()
                .anyMatch(
                        word -> idsByWord.getOrDefault(word, List.of()).stream().anyMatch(found::containsAll));
    }

    private void addWords(String text, int at, int startLength, Set<String> found) {
        BitSet lengths = lengthsByStart.getOrDefault(text.substring(at, at + startLength), NO_LENGTHS);
        int most = text.length() - at;
        for (int length = lengths.nextSetBit(0);
                length >= 0 && length <= most;
                length = lengths.nextSetBit(length + 1)) {
            String word = text.substring(at, at + length);
            if (idsByWord.containsKey(word) && (length >= TELLING || standsAlone(text, at, at + length))) {
                found.add(word);
            }
        }
    }

    private static boolean standsAlone(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }

    private static int hash(int before, char next) {
        return before * 31 + next & FILTER - 1;
    }
}
