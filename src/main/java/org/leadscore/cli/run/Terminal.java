package org.leadscore.cli.run;

/**
 * The terminal that a person watches, as the launcher has found it.
 *
 * @param out its width in columns if it shows standard output, otherwise 0
 * @param err its width in columns if it shows standard error, otherwise 0
 * @param drawn whether a line of standard error can be drawn over, as that of progress is
 * @param coloured whether the user and the terminal allow colours
 */
public record Terminal(int out, int err, boolean drawn, boolean coloured) {

    /** Nobody watches: both streams go to files or to other programs. */
    public static final Terminal NONE = new Terminal(0, 0, false, false);

    /** The width of a terminal that does not tell. */
    public static final int USUAL_WIDTH = 80;

    /**
     * The terminal that the launcher tells of by system properties: {@code leadscore.out} and {@code leadscore.err}, widths in columns, and
     * {@code leadscore.drawn} and {@code leadscore.coloured}.
     */
    public static Terminal ofProperties() {
        return new Terminal(
                Integer.getInteger("leadscore.out", 0),
                Integer.getInteger("leadscore.err", 0),
                Boolean.getBoolean("leadscore.drawn"),
                Boolean.getBoolean("leadscore.coloured"));
    }

    /** True when what standard output shows may have colours. */
    public boolean coloursResults() {
        return coloured && out > 0;
    }

    /** The width of the terminal, whichever stream it shows; the usual one where there is none. */
    public int width() {
        return out > 0 ? out : err > 0 ? err : USUAL_WIDTH;
    }
}
