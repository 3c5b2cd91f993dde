package org.leadscore.draft;

/**
 * A table by which ids of one person are linked, as an entry of {@code identities}.
 *
 * @param entry its keys and values, inside of braces
 * @param reason a sentence for a comment
 */
record Link(String entry, String reason) {}
