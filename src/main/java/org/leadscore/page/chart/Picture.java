package org.leadscore.page.chart;

import java.util.List;

/**
 * A picture: its marks, and what it shows in words.
 *
 * @param width in its own units, likewise {@code height}
 * @param title of what it shows; empty for a picture that stands beside its own figures, and is hidden from readers
 * @param description the figures in words; empty when the title says all
 */
public record Picture(Frame frame, double width, double height, String title, String description, List<Mark> marks) {

    public Picture {
        marks = List.copyOf(marks);
    }

    /** A picture beside its own figures. */
    static Picture beside(Frame frame, double width, double height, List<Mark> marks) {
        return new Picture(frame, width, height, "", "", marks);
    }

    /** True when only people who see need it, as its figures stand beside it. */
    public boolean isHidden() {
        return title.isEmpty();
    }
}
