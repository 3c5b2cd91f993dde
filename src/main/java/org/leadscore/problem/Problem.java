package org.leadscore.problem;

import java.util.List;
import org.leadscore.lead.ShownText;

/**
 * A fault in a file of the user, with its place and a message that tells how to mend it: what is wrong, what was found,
 * what would be right.
 *
 * @param sourceLine the whole line in which {@code at} stands, shown above the caret; blank where there is none to
 *     show. Only the part around the caret is shown of a line of more than 200 characters
 */
public record Problem(Location at, String message, String sourceLine) {

    private static final int TAB = 4;
    private static final int WIDEST = 200;

    /** Renders the message behind its place, then the line with a caret under the column; lines are parted by LF. */
    public String render() {
        String head = ShownText.onOneLine(at + ": " + message);
        List<String> excerpt = excerpt(WIDEST);
        return excerpt.isEmpty() ? head : head + "\n  " + excerpt.get(0) + "\n  " + excerpt.get(1);
    }

    /**
     * The part of the line around the column, and a line with a caret under it; empty where there is no line to show.
     *
     * @param widest the number of characters shown at most; a mark may stand at each end
     */
    public List<String> excerpt(int widest) {
        if (sourceLine.isBlank()) {
            return List.of();
        }
        int[] line = sourceLine.stripTrailing().codePoints().toArray();
        int from = Math.max(0, Math.min(at.column() - 1 - widest / 2, line.length - widest));
        int to = Math.min(line.length, from + widest);
        String shown = Excerpt.of(line, from, to);
        StringBuilder indent = new StringBuilder(from > 0 ? " " : "");
        for (int column = from + 1; column < at.column(); column++) {
            indent.append(" ".repeat(column > line.length ? 1 : width(line[column - 1])));
        }
        return List.of(shown, indent + "^");
    }

    private static int width(int codePoint) {
        return codePoint == '\t' ? TAB : ShownText.isObeyed(codePoint) ? 1 : Width.of(codePoint);
    }
}
