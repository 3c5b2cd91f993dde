package org.leadscore.engine;

/** Told how far a run has come. May be called from several threads at once. */
public interface Progress {

    Progress NONE = new Progress() {
        @Override
        public void source(String name, long bytes) {}

        @Override
        public void read(long bytes) {}

        @Override
        public void phase(String name) {}
    };

    /** A source is begun; its bytes are -1 where they are not known. */
    void source(String name, long bytes);

    /** How many bytes of this source have been read so far. */
    void read(long bytes);

    /** A part of the work other than reading is begun. */
    void phase(String name);
}
