package org.leadscore.rules;

import org.leadscore.lead.TimeFormat;

/** Where a row has its time, and how it is written. */
public record TimeColumns(Columns columns, TimeFormat format) {}
