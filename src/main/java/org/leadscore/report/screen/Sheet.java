package org.leadscore.report.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.AlignedText;
import org.leadscore.lead.ShownText;

/**
 * Collects text that a person reads, in lines and tables: laid out for a screen, or as it is, one line for each, for files, pipes and other
 * programs. Made by {@code cli}, which knows where the text goes, and filled by those who know what to say.
 */
public final class Sheet {

    private static final String WARNING = "warning:";

    /** The number of blanks before what a sentence has beyond its first line. */
    private static final int HANGING = 2;

    /** The screen; null where there is none. */
    private final @Nullable Screen screen;

    private final StringBuilder text = new StringBuilder();

    /** @param screen null for text that is not laid out, and not made fit to be shown either: its writer does that */
    public Sheet(@Nullable Screen screen) {
        this.screen = screen;
    }

    /** True when the text is laid out for a screen, and fit to be written to it as it is. */
    public boolean isForScreen() {
        return screen != null;
    }

    /** The width of the screen; {@code otherwise} without one. */
    public int columns(int otherwise) {
        return screen == null ? otherwise : screen.columns();
    }

    /** All lines so far, each ended by LF. */
    public String text() {
        return text.toString();
    }

    /** Adds an empty line. */
    public Sheet gap() {
        text.append('\n');
        return this;
    }

    /** Adds a sentence as a line, broken between words where it must be. */
    public Sheet line(String sentence) {
        if (screen == null) {
            text.append(sentence).append('\n');
            return this;
        }
        return add(null, "", sentence);
    }

    /** Adds a text of several lines, which are parted, and ended or not, by LF. */
    public Sheet lines(String lines) {
        String whole = lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
        if (screen == null || lines.isEmpty()) {
            text.append(whole).append(lines.isEmpty() ? "" : "\n");
        } else {
            screen.shown().apply(whole).lines().forEach(line -> add(null, "", line));
        }
        return this;
    }

    /** Adds a text of several lines, parted by LF, all of one meaning. */
    public Sheet lines(Meaning meaning, String lines) {
        if (screen == null) {
            return lines(lines);
        }
        lines.lines().forEach(line -> line(meaning, line));
        return this;
    }

    /** Adds a line that as a whole has a meaning. */
    public Sheet line(Meaning meaning, String sentence) {
        if (screen == null) {
            return line(sentence);
        }
        for (String part : sentence.split("\n", -1)) {
            for (String line : ScreenText.sentence(shown(part), screen.columns(), HANGING)) {
                text.append(screen.painted(meaning, line)).append('\n');
            }
        }
        return this;
    }

    /** Adds a sentence as a line that begins with a word of a meaning. */
    public Sheet line(Meaning meaning, String word, String sentence) {
        return screen == null ? line(word + " " + sentence) : add(meaning, word, sentence);
    }

    /** Adds a warning as a line. */
    public Sheet warning(String sentence) {
        return doubt(WARNING, sentence);
    }

    /** Adds a sentence as a line that begins with a word of doubt. */
    public Sheet doubt(String word, String sentence) {
        return screen == null ? line(word + " " + sentence) : add(Meaning.DOUBT, word, sentence);
    }

    /** Adds lines as they are, which are cut to the width of the screen: pieces of files. */
    public Sheet excerpt(@Nullable Meaning meaning, String line) {
        if (screen == null) {
            return line(line);
        }
        text.append(screen.painted(meaning, ScreenText.cut(shown(line), screen.columns())))
                .append('\n');
        return this;
    }

    /**
     * Adds a table.
     *
     * @param cells rows of any lengths
     * @param left number of columns, from the first on, that stand to the left; all others stand to the right
     */
    public Sheet table(List<List<String>> cells, int left) {
        if (screen == null) {
            text.append(AlignedText.columns(cells, left));
            return this;
        }
        return table(cells, left, Tint.NONE);
    }

    /** Adds a table whose first row is its head. */
    public Sheet headed(List<List<String>> cells, int left) {
        return screen == null ? table(cells, left) : table(cells, left, Tint.HEADED);
    }

    /** Adds a table whose cells have meanings. */
    public Sheet table(List<List<String>> cells, int left, Tint tint) {
        if (screen == null) {
            return table(cells, left);
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : cells) {
            rows.add(row.stream().map(this::shown).toList());
        }
        text.append(new ScreenTable(screen, rows, left, tint).render());
        return this;
    }

    private Sheet add(@Nullable Meaning meaning, String word, String sentence) {
        Screen on = Objects.requireNonNull(screen);
        String begin = word.isEmpty() ? "" : shown(word) + " ";
        for (String part : (begin + sentence).split("\n", -1)) {
            for (String line : ScreenText.sentence(shown(part), on.columns(), HANGING)) {
                boolean isFirst = !begin.isEmpty() && line.startsWith(begin.stripTrailing());
                int end = isFirst ? begin.length() - 1 : 0;
                text.append(on.painted(meaning, line.substring(0, end)))
                        .append(line.substring(end))
                        .append('\n');
                begin = "";
            }
        }
        return this;
    }

    private String shown(String cell) {
        return ShownText.onOneLine(Objects.requireNonNull(screen).shown().apply(cell));
    }
}
