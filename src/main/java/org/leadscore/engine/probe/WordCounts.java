package org.leadscore.engine.probe;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;

/** The different texts of one field in all its sources, with the number of cells of each. Not thread-safe. */
final class WordCounts {

    /** The most different texts that are told apart; a column of more is none of words. */
    private static final int MOST = 20_000;

    /** A text, as its first cell has it. */
    static final class Word {

        private final String text;

        /** True when a test of a rule passes for it. */
        private final boolean known;

        private long count;

        /** The place of the first cell; null until the file has been read, and for the name of a constant event. */
        private @Nullable String place;

        private Word(String text, boolean known) {
            this.text = text;
            this.known = known;
        }

        String text() {
            return text;
        }

        boolean known() {
            return known;
        }

        long count() {
            return count;
        }

        @Nullable
        String place() {
            return place;
        }

        void placeAt(String found) {
            if (place == null) {
                place = found;
            }
        }
    }

    private final Map<String, Word> byFolded = new LinkedHashMap<>();

    /** The word by its text as it is written, so that folding is not done for each cell. */
    private final Map<String, Word> byText = new HashMap<>();

    /** Counts a cell, and answers its word when it is the first one of it; null otherwise. */
    @Nullable
    Word add(String text, boolean known, long cells) {
        Word seen = byText.get(text);
        if (seen != null) {
            seen.count += cells;
            return null;
        }
        String folded = Text.fold(text);
        Word word = byFolded.get(folded);
        boolean isNew = word == null;
        if (word == null) {
            if (byFolded.size() == MOST) {
                return null;
            }
            word = new Word(Text.strip(text), known);
            byFolded.put(folded, word);
        }
        if (byText.size() < MOST) {
            byText.put(text, word);
        }
        word.count += cells;
        return isNew ? word : null;
    }

    @Nullable
    Word of(String folded) {
        return byFolded.get(folded);
    }

    /** The words in the order in which they were met. */
    Collection<Word> all() {
        return byFolded.values();
    }

    /** True when there were too many different texts to tell all of them apart. */
    boolean isFull() {
        return byFolded.size() == MOST;
    }
}
