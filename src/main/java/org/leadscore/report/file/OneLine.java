package org.leadscore.report.file;

/** Keeps a text on one line of a file that this program writes and reads again. */
public final class OneLine {

    private OneLine() {}

    /** Writes {@code \n}, {@code \r} and {@code \\} for LF, CR and a backslash. */
    public static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** The text that {@link #escape} was given. */
    public static String unescape(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                char next = line.charAt(++i);
                text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
