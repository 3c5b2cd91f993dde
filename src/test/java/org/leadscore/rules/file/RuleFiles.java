package org.leadscore.rules.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leadscore.problem.RulesException;

/** The rule files of this project and the examples in its docs, by where they stand. */
public final class RuleFiles {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)\n```yaml\n(.*?)\n```\n");

    /** A rule file with the keys that no other file has. */
    private static final String REST = """
            accounts: {by: {domain: work_email}}
            tests: [{name: nobody, expect: {bucket: {not: hot}}}]
            """;

    private RuleFiles() {}

    /** The files that are read without a problem, by name. */
    public static Map<String, String> good() {
        Map<String, String> all = documented();
        files(Path.of("src", "test")).forEach(file -> all.put(file.toString(), text(file)));
        all.put("rules.yaml", text(Path.of("rules.yaml")));
        all.values().removeIf(text -> !isRead(text));
        return all;
    }

    /** The files of the docs, and the largest of the tests, by name. */
    public static Map<String, String> documented() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Path page :
                List.of(Path.of("README.md"), Path.of("docs", "rules.md"), Path.of("docs", "calibration.md"))) {
            List<String> examples = EXAMPLE.matcher(text(page))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            for (int i = 0; i < examples.size(); i++) {
                all.put(page + ", example " + (i + 1), examples.get(i));
            }
        }
        files(Path.of("docs")).forEach(file -> all.put(file.toString(), text(file)));
        files(Path.of("src", "test", "resources")).forEach(file -> all.put(file.toString(), text(file)));
        all.put("the rest", REST);
        all.values().removeIf(text -> !isRead(text));
        return all;
    }

    public static boolean isRead(String text) {
        try {
            RuleFile.parse("rules.yaml", text);
            return true;
        } catch (RulesException refused) {
            return false;
        }
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return ""; // one that is meant to be no text
        }
    }
}
