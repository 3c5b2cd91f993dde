package org.leadscore.engine.files;

/** Hears how far a run is, for whoever shows that. Called from any thread; must be quick. */
public interface Progress {

    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void source(String name, long bytes) {}

        @Override
        public void read(long bytes) {}

        @Override
        public void phase(String name) {}
    };

    /**
     * Hears that a file is begun.
     *
     * @param name of the file
     * @param bytes its size on disk, −1 where that is not known
     */
    void source(String name, long bytes);

    /** Hears how many bytes of the file have been read since it was begun. */
    void read(long bytes);

    /** Hears that another part of the work begins, such as the ranking. */
    void phase(String name);
}
