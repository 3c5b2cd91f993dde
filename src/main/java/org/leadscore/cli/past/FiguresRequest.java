package org.leadscore.cli.past;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.leadscore.history.figures.Figures;
import org.leadscore.history.figures.FiguresJson;
import org.leadscore.page.Html;
import org.leadscore.page.learning.Learning;
import org.leadscore.report.file.Content;
import org.leadscore.report.words.Words;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.report.Report;

/**
 * The form in which all figures are shown, beside the text or in its place.
 *
 * @param page the page for a browser; null for none
 * @param asJson true when JSON stands in place of the text
 */
record FiguresRequest(@Nullable Path page, boolean asJson) {

    /** True when figures are asked for beyond those of the text. */
    boolean wantsFigures() {
        return page != null || asJson;
    }

    /** The page of figures. */
    static Content page(Figures figures, RuleSet rules) {
        return out -> write(figures, rules.report(), out);
    }

    /** The figures as JSON, which ends with a line break. */
    static String json(Figures figures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FiguresJson.write(figures, out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(Figures figures, Report report, OutputStream out) throws IOException {
        String title = report.title();
        Learning learning =
                new Learning(figures, Words.of(report.language()), title == null ? "" : title, report.language());
        new Html().write("learning.jte", learning.page(), out);
    }
}
