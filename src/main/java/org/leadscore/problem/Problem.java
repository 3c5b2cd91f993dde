package org.leadscore.problem;

/**
 * Something wrong with a file the user gave us, said so that they can mend it without asking us: what is wrong, what was
 * found, what would be right.
 *
 * @param sourceLine the whole line in which {@code at} stands, for the caret; blank where there is none to show. Of a very
 *     long one, what is around the caret is shown
 */
public record Problem(Location at, String message, String sourceLine) {

    private static final int TAB = 4;
    private static final int WIDEST = 200;

    /** The message behind its place, then the line with a caret under the column; lines are parted by LF. */
    public String render() {
        String head = at + ": " + message;
        if (sourceLine.isBlank()) {
            return head;
        }
        int[] line = sourceLine.stripTrailing().codePoints().toArray();
        int from = Math.max(0, Math.min(at.column() - 1 - WIDEST / 2, line.length - WIDEST));
        int to = Math.min(line.length, from + WIDEST);
        String shown = Excerpt.of(line, from, to);
        StringBuilder indent = new StringBuilder(from > 0 ? " " : "");
        for (int column = from + 1; column < at.column(); column++) {
            indent.append(" ".repeat(column > line.length ? 1 : width(line[column - 1])));
        }
        return head + "\n  " + shown + "\n  " + indent + "^";
    }

    private static int width(int codePoint) {
        return codePoint == '\t' ? TAB : Width.of(codePoint);
    }
}
