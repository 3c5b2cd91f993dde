package org.leadscore.engine;

/** Told how far a run is. Called from any thread; must be quick. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void source(String name, long bytes) {}

        @Override
        public void read(long bytes) {}

        @Override
        public void phase(String name) {}
    };

    /** A source is begun; {@code bytes} is its size on disk, −1 where that is not known. */
    void source(String name, long bytes);

    /** So many bytes of the source have been read since it was begun. */
    void read(long bytes);

    /** Another part of the work begins, such as the ranking. */
    void phase(String name);
}
