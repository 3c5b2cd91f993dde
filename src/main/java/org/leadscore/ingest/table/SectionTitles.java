package org.leadscore.ingest.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.input.Decoding;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.Unreadable;

/** Finds the lines of a file that may be titles of tables within it: text alone, with a header of several fields below. */
final class SectionTitles {

    private static final int MOST = 20;

    /** Text without delimiters, and perhaps such signs behind it. */
    private static final Pattern ALONE = Pattern.compile("\"?([^,;|\\t\"]{2,80}?)\"?[,;|\\t]*");

    private static final Pattern HEADER = Pattern.compile("[^,;|\\t]+[,;|\\t]\\s*[^,;|\\t\\s].*");

    private SectionTitles() {}

    /**
     * The titles, in the order of the file; those that stand there once.
     *
     * @param bytes about the number of bytes to look at
     */
    static List<String> of(Input input, @Nullable Charset encoding, int bytes) {
        List<String> found = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Decoding.open(input, encoding).utf8(), StandardCharsets.UTF_8))) {
            String before = "";
            int left = bytes;
            for (String line = lines.readLine(); line != null && left > 0; line = lines.readLine()) {
                left -= line.length() + 1;
                String title = title(line);
                if (!title.isEmpty()) {
                    times.merge(folded(title), 1, Integer::sum);
                }
                if (!before.isEmpty() && HEADER.matcher(line).matches() && found.size() < MOST) {
                    found.add(before);
                }
                before = title;
            }
        } catch (IOException e) {
            throw Unreadable.because(input.name(), e);
        }
        return found.stream()
                .filter(title -> times.getOrDefault(folded(title), 0) == 1)
                .toList();
    }

    /** The text of a line that has nothing else; empty for another one, and for a comment. */
    private static String title(String line) {
        String text = line.strip().replace("\uFEFF", "");
        boolean isTitle = !text.startsWith("#")
                && ALONE.matcher(text).matches()
                && text.codePoints().anyMatch(Character::isLetter);
        return isTitle ? text.replaceAll("^[\\s\"]+|[\\s\"',;|:]+$", "") : "";
    }

    private static String folded(String title) {
        return title.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
