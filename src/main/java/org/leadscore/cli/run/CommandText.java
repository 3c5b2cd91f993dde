package org.leadscore.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a command that writes certain files, for a message that asks to run it again. */
public final class CommandText {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+,-]+");

    private final StringBuilder text = new StringBuilder("leadscore ");

    /** Begins with the name of the command. */
    public CommandText(String command) {
        text.append(command);
    }

    /** Adds an option with a path, in quotes where a shell needs them; does nothing without a path. */
    public CommandText with(String option, @Nullable Path path) {
        if (path != null) {
            add(option, path.toString());
        }
        return this;
    }

    /** Adds an option once for each of its values, in quotes where a shell needs them. */
    public CommandText with(String option, List<String> values) {
        values.forEach(value -> add(option, value));
        return this;
    }

    private void add(String option, String value) {
        text.append(' ').append(option).append(' ');
        text.append(PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
