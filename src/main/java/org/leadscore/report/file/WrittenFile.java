package org.leadscore.report.file;

import java.nio.file.Path;

/**
 * A file of a run as it was written. Made by {@link Outputs.Output}, and named in the summary.
 *
 * @param path by the true name of its directory; a symbolic link if the file is one
 * @param bytes its size
 * @param sha256 64 hexadecimal digits
 */
public record WrittenFile(Path path, long bytes, String sha256) {}
