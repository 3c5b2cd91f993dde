package org.leadscore.problem;

/**
 * Something wrong with a file the user gave us, said so that they can mend it without asking us: what is wrong, what was
 * found, what would be right.
 *
 * @param sourceLine the whole line in which {@code at} stands, for the caret; blank where there is none to show
 */
public record Problem(Location at, String message, String sourceLine) {

    private static final int TAB = 4;

    /** The message behind its place, then the line with a caret under the column; lines are parted by LF. */
    public String render() {
        String head = at + ": " + message;
        if (sourceLine.isBlank()) {
            return head;
        }
        StringBuilder shown = new StringBuilder();
        StringBuilder indent = new StringBuilder();
        int column = 1;
        for (int index = 0; index < sourceLine.length(); column++) {
            int codePoint = sourceLine.codePointAt(index);
            index += Character.charCount(codePoint);
            String drawn = codePoint == '\t' ? " ".repeat(TAB) : Character.toString(codePoint);
            shown.append(drawn);
            if (column < at.column()) {
                indent.append(codePoint == '\t' ? drawn : " ".repeat(Width.of(codePoint)));
            }
        }
        indent.append(" ".repeat(Math.max(0, at.column() - column)));
        return head + "\n  " + shown.toString().stripTrailing() + "\n  " + indent + "^";
    }
}
