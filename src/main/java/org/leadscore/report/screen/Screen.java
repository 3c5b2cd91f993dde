package org.leadscore.report.screen;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A screen that a person reads from.
 *
 * @param columns its width, at least {@link #NARROWEST}
 * @param coloured whether it shows colours
 * @param shown makes text from anywhere fit for it: what it would obey is shown instead
 */
public record Screen(int columns, boolean coloured, UnaryOperator<String> shown) {

    /** The width in columns below which nothing can be laid out. */
    public static final int NARROWEST = 20;

    public Screen {
        columns = Math.max(NARROWEST, columns);
    }

    /** The text in the colour of a meaning; as it is without one, or on a screen without colours. */
    public String painted(@Nullable Meaning meaning, String text) {
        return meaning == null || !coloured ? text : meaning.paint(text);
    }
}
