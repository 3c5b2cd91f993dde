package org.leadscore.rules.yaml;

import java.util.List;
import org.leadscore.problem.Location;
import org.leadscore.problem.Problem;

/** The text of a rule file, by line, so that a problem can show its line. Immutable. */
public record SourceText(String file, String text, List<String> lines) {

    /** Takes the text of a file under the name that messages give it. */
    public static SourceText of(String file, String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new SourceText(file, plain, List.of(plain.split("\r\n|\r|\n", -1)));
    }

    /** The place at a line and a column, both from 1. */
    public Location at(int line, int column) {
        return new Location(file, line, column);
    }

    /** Makes a problem that shows its line. */
    public Problem problem(Location at, String message) {
        return new Problem(at, message, line(at.line()));
    }

    /** The line of that number, from 1; empty where the text has none. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** The rest of the line from the place on. */
    String from(Location at) {
        String line = line(at.line());
        int length = line.codePointCount(0, line.length());
        return at.column() > length ? "" : line.substring(line.offsetByCodePoints(0, at.column() - 1));
    }
}
