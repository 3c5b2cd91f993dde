package org.leadscore.page.chart;

/** The place on the page that a picture is made for. */
public enum Frame {
    /** A chart with axes and text, with a description for who cannot see it. */
    CHART("chart", false),
    /** A bar in a cell, beside its figure, as wide as the cell. */
    BAR("bar", true),
    /** A bar of parts over a row of figures. */
    SHARE("share", true),
    /** The bar of a score. */
    SCORE("sb", true),
    /** The bar of a contribution, with a line at zero. */
    CONTRIBUTION("cb", true),
    /** A drawing of fixed size in a cell, beside its figures. */
    CELL("cell", false);

    private final String css;
    private final boolean stretches;

    Frame(String css, boolean stretches) {
        this.css = css;
        this.stretches = stretches;
    }

    /** The class of the style sheet. */
    public String css() {
        return css;
    }

    /** True when the picture is made as wide as its place, without regard to its height. */
    public boolean stretches() {
        return stretches;
    }
}
