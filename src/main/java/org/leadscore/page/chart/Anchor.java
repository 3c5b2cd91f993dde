package org.leadscore.page.chart;

/** The end of a text that stands at its place. */
public enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String svg;

    Anchor(String svg) {
        this.svg = svg;
    }

    /** The word of SVG. */
    public String svg() {
        return svg;
    }
}
