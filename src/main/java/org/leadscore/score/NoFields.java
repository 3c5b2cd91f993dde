package org.leadscore.score;

/** A row with nothing in it. */
enum NoFields implements Fields {
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
