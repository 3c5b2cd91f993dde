package org.leadscore.cli.score;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.Words;
import org.leadscore.problem.UsageException;

/** The forms in which {@code score} writes the ranking. */
enum RankingFormat {

    /** A table for a person, of the best leads only. */
    TABLE,

    CSV,

    /** An array of leads. */
    JSON,

    /** An object a line for each lead. */
    NDJSON;

    /**
     * Reads the option.
     *
     * @param text its value; null where it is not given
     * @param csvOption an option that is given and that only CSV knows; null for none
     * @param isWatched whether the ranking goes to a terminal
     * @throws UsageException when there is no such form, or it does not go with the other option
     */
    static RankingFormat of(@Nullable String text, @Nullable String csvOption, boolean isWatched) {
        if (text == null) {
            return isWatched && csvOption == null ? TABLE : CSV;
        }
        List<String> words = Stream.of(values()).map(RankingFormat::word).toList();
        RankingFormat format = Stream.of(values())
                .filter(each -> each.word().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("--format " + text + ": there is no such form; " + Words.choice(words)));
        if (csvOption != null && format != CSV) {
            throw new UsageException(csvOption + " is for CSV, and --format " + text + " is none");
        }
        return format;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
