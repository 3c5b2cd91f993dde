package org.leadscore.score.match;

/** A row with nothing in it. */
public enum NoFields implements Fields {
    NONE;

    private static final byte[] NOTHING = {};

    @Override
    public byte[] bytes() {
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
