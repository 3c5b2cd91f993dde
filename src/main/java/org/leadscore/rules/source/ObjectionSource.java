package org.leadscore.rules.source;

import org.jspecify.annotations.Nullable;
import org.leadscore.rules.made.CellRules;

/**
 * The list of people who objected to being scored.
 *
 * @param lead the columns of the ids, which are compared as those of the other sources are
 * @param cells the columns that are made, and the texts that stand for nothing
 * @param leaveOut the rows that do not count; null where all do
 */
public record ObjectionSource(
        SourceFiles files,
        LeadKey.Named lead,
        CellRules cells,
        @Nullable LeaveOut leaveOut) {}
