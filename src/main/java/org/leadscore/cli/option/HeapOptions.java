package org.leadscore.cli.option;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.UsageException;

/**
 * The options with which Java keeps to {@code --memory}. The launcher asks for them, through {@code org.leadscore.JavaOptions},
 * before it starts the program, as a heap cannot be made smaller afterwards.
 */
public final class HeapOptions {

    private static final String OPTION = "--memory";

    private HeapOptions() {}

    /**
     * The options for a command line, one a word.
     *
     * @return none where it names no limit, or one that the program will refuse and tell why
     */
    public static List<String> of(String... args) {
        MemoryLimit limit = limit(args);
        return limit == null ? List.of() : limit.options();
    }

    private static @Nullable MemoryLimit limit(String... args) {
        try {
            return MemoryLimit.of(value(args));
        } catch (UsageException refused) {
            return null;
        }
    }

    private static @Nullable String value(String... args) {
        String value = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(OPTION + "=")) {
                value = args[i].substring(OPTION.length() + 1);
            } else if (args[i].equals(OPTION) && i + 1 < args.length) {
                value = args[i + 1];
            }
        }
        return value;
    }
}
