package org.leadscore.rules.made;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** One step from a text to a value. Closed on purpose: a new one is added here, in the reader and in docs/rules.md. */
public sealed interface Step {

    /**
     * Takes the step.
     *
     * @param text not blank
     * @return empty where there is nothing
     */
    String apply(String text);

    /** Takes the first mail address. */
    record Address() implements Step {
        @Override
        public String apply(String text) {
            return MailAddress.first(text);
        }
    }

    /** Takes a part of a URL. */
    record Part(Url.Part part) implements Step {
        @Override
        public String apply(String text) {
            return Url.part(text, part);
        }
    }

    /** Takes the value of a parameter of a URL, decoded. */
    record Query(String parameter) implements Step {
        @Override
        public String apply(String text) {
            return Url.query(text, parameter);
        }
    }

    /** Takes the one group of an RE2 expression, in the first part of the text that it finds. */
    record Match(Pattern pattern) implements Step {
        @Override
        public String apply(String text) {
            Matcher matcher = pattern.matcher(text);
            String group = matcher.find() ? matcher.group(1) : null;
            return group == null ? "" : group;
        }
    }

    /**
     * Takes a value of the row of a lookup whose key the text is.
     *
     * @param column its place in the table
     * @param split the text between several keys, of which the first that has a row counts; null where there is one
     */
    record LookUp(LookupTable table, int column, @Nullable String split) implements Step {
        @Override
        public String apply(String text) {
            String[] row = table.find(text, split);
            return row == null ? "" : row[column];
        }
    }
}
