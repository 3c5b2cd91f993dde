package org.leadscore.ingest.source;

/**
 * The tables that are wanted of an archive or a workbook.
 *
 * @param member a path or a glob of an archive's members; empty for all tables
 * @param sheet the name of a workbook's sheet; empty for the first
 * @param fromCommandLine whether the command line names the file; a member or a sheet of the rule file then counts where it can
 */
record Inside(String member, String sheet, boolean fromCommandLine) {

    static final Inside ANY = new Inside("", "", true);

    /** True when the rule file names members, and no sheet. */
    boolean isForArchives() {
        return !fromCommandLine && !member.isEmpty() && sheet.isEmpty();
    }

    /** True when the rule file names a sheet, and no members. */
    boolean isForWorkbooks() {
        return !fromCommandLine && !sheet.isEmpty() && member.isEmpty();
    }
}
