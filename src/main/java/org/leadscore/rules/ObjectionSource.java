package org.leadscore.rules;

/**
 * Who objected to being scored.
 *
 * @param lead where the ids stand, which are compared as those of the other sources are
 */
public record ObjectionSource(SourceFiles files, LeadKey.Named lead) {}
