package org.leadscore.rules.source;

/**
 * The list of people who objected to being scored.
 *
 * @param lead the columns of the ids, which are compared as those of the other sources are
 */
public record ObjectionSource(SourceFiles files, LeadKey.Named lead) {}
