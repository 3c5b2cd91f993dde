package org.leadscore.score;

/** A row with nothing in it. */
enum NoFields implements Fields {
    NONE;

    private static final char[] NOTHING = {};

    @Override
    public char[] chars() {
        return NOTHING;
    }

    @Override
    public int start(int column) {
        return 0;
    }

    @Override
    public int length(int column) {
        return 0;
    }
}
