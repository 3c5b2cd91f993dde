package org.leadscore.ingest.workbook;

import org.leadscore.ingest.archive.Member;

/**
 * A sheet of a workbook that has cells. Made by {@link Workbook}.
 *
 * @param isHidden true when Excel does not show it
 * @param cells the part of the archive in which its cells stand
 */
public record Sheet(String name, boolean isHidden, Member cells) {}
