package org.leadscore.ingest.archive;

/**
 * A file within a zip archive, as the archive's directory describes it. Made by {@link ZipArchive}.
 *
 * @param name its path in the archive, with slashes
 * @param method the number of the way in which it is packed
 * @param isEncrypted true when it cannot be read without a password
 * @param checksum the CRC-32 of its unpacked bytes
 * @param packed number of its bytes in the archive
 * @param size number of its unpacked bytes
 * @param offset the byte of the archive at which it begins, header included
 */
public record Member(String name, int method, boolean isEncrypted, long checksum, long packed, long size, long offset) {

    /** True for a directory. */
    public boolean isDirectory() {
        return name.endsWith("/");
    }

    /** Its name without directories. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** True for what no user has put there: hidden files, and what macOS keeps beside files. */
    public boolean isHidden() {
        return fileName().startsWith(".") || name.startsWith("__MACOSX/") || name.contains("/__MACOSX/");
    }
}
