package org.leadscore.report;

/** Text that must stay on one line of a file of ours. */
final class OneLine {

    private OneLine() {}

    /** With {@code \n}, {@code \r} and {@code \\} for what would end or begin such a sign. */
    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** The text that {@link #escape} was given. */
    static String unescape(String line) {
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
