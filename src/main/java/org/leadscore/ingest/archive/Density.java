package org.leadscore.ingest.archive;

/** The bound of what packed bytes may come to, beyond which an archive is a trap that is to fill the machine. */
public final class Density {

    /** The most unpacked bytes for each packed one, beyond {@link #ALWAYS}. */
    public static final int MOST_RATIO = 500;

    /** The most bytes that may be unpacked whatever the size of the archive; no packed table is as large and as dense. */
    public static final long ALWAYS = 1L << 30;

    private Density() {}

    /** True when so many packed bytes may not come to so many unpacked ones. */
    public static boolean isTrap(long unpacked, long packed) {
        return isTrap(unpacked, packed, ALWAYS);
    }

    /**
     * True when so many packed bytes may not come to so many unpacked ones.
     *
     * @param always the most bytes that may be unpacked however few are packed
     */
    public static boolean isTrap(long unpacked, long packed, long always) {
        return unpacked > always && unpacked / MOST_RATIO > packed;
    }
}
