package org.leadscore.rules.source;

/**
 * The list of people who objected to being scored.
 *
 * @param dialect the form of its tables, and the rows that do not count
 * @param lead the columns of the ids, which are compared as those of the other sources are
 */
public record ObjectionSource(SourceFiles files, Dialect dialect, LeadKey.Named lead) {}
