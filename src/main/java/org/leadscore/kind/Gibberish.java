package org.leadscore.kind;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadscore.lead.Text;

/**
 * Judges names of people and companies: have they been typed at random? A text is gibberish when one of its words is; a
 * word is a run of letters of the Latin script, taken without accents and case. Other scripts are never judged, nor are
 * words of fewer than four letters, so that initials stay what they are. A word is gibberish when
 *
 * <ul>
 *   <li>it walks along the keyboard: four keys of the home row or of the bottom row (asdf, lkjh, zxcv), five of the top
 *       row (qwert, poiuy; four from the q), six where QWERTZ or AZERTY hold a word of five (Hertz, Azertac), five down
 *       the columns (qazws); or walks of three make up three quarters of six letters or more (asdjkl, qweasd);
 *   <li>it is one letter four times or more, or has one letter five times on end;
 *   <li>it repeats a piece without a vowel (sdfsdf, fgfg) or a walk of three (asdasd), or three letters three times, or
 *       any piece four times;
 *   <li>it is five letters or more of the home row, or six of another, without a vowel (dsfkg, bvcnxm);
 *   <li>it has seven letters or more, and at least two groups of three consonants that names do not have in any of the
 *       languages behind the list {@code consonants.txt} (xkcdvbn); at least three in a word of six letters.
 *       One must reach beyond the fourth letter, for companies write abbreviations and words as one (DMGMotors).
 * </ul>
 *
 * <p>Letters that can be spoken (oiuoei) pass: a name that is taken for gibberish costs more than gibberish that is
 * taken for a name.
 */
final class Gibberish {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Mn}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern ROW_WITHOUT_VOWEL = Pattern.compile("[sdfghjkl]{5,}|[qwrtp]{6,}|[zxcvbnm]{6,}");
    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST_ABBREVIATION = 4;

    /**
     * Base letters for letters that Unicode does not decompose; a letter that is missing here ends a group of
     * consonants.
     */
    private static final Map<Character, String> SPELLED = Map.ofEntries(
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ı', "i"),
            Map.entry('ə', "e"),
            Map.entry('ħ', "h"),
            Map.entry('ŋ', "ng"),
            Map.entry('ĸ', "k"),
            Map.entry('ŧ', "t"),
            Map.entry('ɓ', "b"),
            Map.entry('ɗ', "d"),
            Map.entry('ƙ', "k"),
            Map.entry('ƴ', "y"));

    private static final Set<String> SHORT_WALKS = Stream.of(
                    walks("qwe", 3), walks("asdfghjkl", 3), walks("zxcvbnm", 3))
            .flatMap(walks -> walks)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> WALKS = Stream.of(
                    walks("qwer", 4),
                    walks("qwertyuiop", 5),
                    walks("qwertzuiop", 6),
                    walks("azertyuiop", 6),
                    walks("asdfghjkl", 4),
                    walks("qsdf", 4),
                    walks("qsdfghjklm", 5),
                    walks("zxcvbnm", 4),
                    walks("yxcvbnm", 4),
                    walks("wxcvbn", 4),
                    walks("qazwsxedcrfvtgbyhnujm", 5),
                    walks("zaqxswcdevfrbgtnhymju", 5),
                    SHORT_WALKS.stream().map(walk -> walk + walk))
            .flatMap(walks -> walks)
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_WALK = 6;

    private Gibberish() {}

    /** True when a word of the text was typed at random. */
    static boolean holds(String text) {
        return isAscii(text) ? holdsInAscii(Text.fold(text)) : holdsInAny(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Judges folded ASCII text as {@link #holdsInAny} would, without normalising it; most names are such text. */
    private static boolean holdsInAscii(String folded) {
        int start = 0;
        for (int at = 0; at <= folded.length(); at++) {
            if (at == folded.length() || folded.charAt(at) < 'a' || folded.charAt(at) > 'z') {
                if (at - start >= SHORTEST_WORD && isTypedAtRandom(folded.substring(start, at))) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }

    private static boolean holdsInAny(String text) {
        return NO_LETTERS
                .splitAsStream(Text.fold(Normalizer.normalize(text, Normalizer.Form.NFKD)))
                .filter(Gibberish::isLatin)
                .map(Gibberish::plain)
                .filter(word -> word.length() >= SHORTEST_WORD)
                .anyMatch(Gibberish::isTypedAtRandom);
    }

    private static boolean isTypedAtRandom(String word) {
        return isWalk(word)
                || isRepetition(word)
                || ROW_WITHOUT_VOWEL.matcher(word).matches()
                || isUnspeakable(word);
    }

    private static boolean isWalk(String word) {
        for (int start = 0; start + SHORTEST_WORD <= word.length(); start++) {
            int last = Math.min(word.length(), start + LONGEST_WALK);
            for (int end = start + SHORTEST_WORD; end <= last; end++) {
                if (WALKS.contains(word.substring(start, end))) {
                    return true;
                }
            }
        }
        return isMadeOfShortWalks(word);
    }

    private static boolean isMadeOfShortWalks(String word) {
        int covered = 0;
        int i = 0;
        while (i + 3 <= word.length()) {
            boolean walk = SHORT_WALKS.contains(word.substring(i, i + 3));
            covered += walk ? 3 : 0;
            i += walk ? 3 : 1;
        }
        return covered >= 6 && covered * 4 >= word.length() * 3;
    }

    private static boolean isRepetition(String word) {
        if (hasLetterFiveTimesOnEnd(word)) {
            return true;
        }
        int length = word.length();
        int turn = 1;
        while (turn * 2 <= length && !repeatsAfter(turn, word)) {
            turn++;
        }
        if (turn * 2 > length) {
            return false;
        }
        boolean whole = length % turn == 0;
        int times = length / turn;
        return turn == 1
                || whole && times >= 4
                || whole && times == 3 && turn >= 3
                || isVowelless(word) && (length > 4 || areNeighbours(word.charAt(0), word.charAt(1)));
    }

    private static boolean repeatsAfter(int turn, String word) {
        return word.regionMatches(0, word, turn, word.length() - turn);
    }

    private static boolean hasLetterFiveTimesOnEnd(String word) {
        int times = 1;
        for (int i = 1; i < word.length() && times < 5; i++) {
            times = word.charAt(i) == word.charAt(i - 1) ? times + 1 : 1;
        }
        return times == 5;
    }

    private static boolean isVowelless(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isVowel(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }

    private static boolean areNeighbours(char a, char b) {
        return Stream.of("qwertyuiop", "asdfghjkl", "zxcvbnm")
                .anyMatch(row ->
                        row.indexOf(a) >= 0 && row.indexOf(b) >= 0 && Math.abs(row.indexOf(a) - row.indexOf(b)) == 1);
    }

    /**
     * True when the word has too many groups of three consonants that no known name has; the class comment has the
     * numbers.
     */
    private static boolean isUnspeakable(String word) {
        if (word.length() < 6) {
            return false;
        }
        int strange = 0;
        boolean onlyAtTheFront = true;
        for (int i = 0; i + 3 <= word.length(); i++) {
            if (isStrange(word, i)) {
                strange++;
                onlyAtTheFront &= i + 3 <= LONGEST_ABBREVIATION;
            }
        }
        return strange >= (word.length() == 6 ? 3 : 2) && !onlyAtTheFront;
    }

    private static boolean isStrange(String word, int at) {
        return isConsonant(word, at)
                && isConsonant(word, at + 1)
                && isConsonant(word, at + 2)
                && !KnownGroups.GROUPS.contains(word.substring(at, at + 3));
    }

    /** True for a letter that is spoken as a consonant. A w between two consonants is a vowel, as in Welsh. */
    private static boolean isConsonant(String word, int at) {
        char c = word.charAt(at);
        if (c == 'w') {
            return at == 0
                    || at == word.length() - 1
                    || "aeiouyw".indexOf(word.charAt(at - 1)) >= 0
                    || "aeiouyw".indexOf(word.charAt(at + 1)) >= 0;
        }
        return c >= 'a' && c <= 'z' && !isVowel(c);
    }

    private static boolean isLatin(String word) {
        return !word.isEmpty()
                && word.codePoints()
                        .filter(Character::isLetter)
                        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length() + 2);
        for (char c : MARKS.matcher(word).replaceAll("").toCharArray()) {
            plain.append(c < 0x80 ? String.valueOf(c) : SPELLED.getOrDefault(c, String.valueOf(c)));
        }
        return plain.toString();
    }

    private static Stream<String> walks(String keys, int length) {
        return Stream.of(keys, new StringBuilder(keys).reverse().toString())
                .flatMap(way -> Stream.iterate(0, i -> i + length <= way.length(), i -> i + 1)
                        .map(i -> way.substring(i, i + length)));
    }

    /**
     * The groups of three consonants that names have, loaded when the first word needs them. A line of the list is two
     * letters, a blank, and the letters that follow the two.
     */
    private static final class KnownGroups {
        static final Set<String> GROUPS = ShippedList.lines("consonants.txt").stream()
                .map(line -> List.of(line.split(" ", 2)))
                .flatMap(line -> line.get(1).chars().mapToObj(third -> line.get(0) + (char) third))
                .collect(Collectors.toUnmodifiableSet());
    }
}
