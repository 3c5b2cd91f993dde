package org.leadscore.rules.read;

import java.util.Set;

/**
 * The names of the columns that a rule file looks at, those included that every row of a source needs.
 *
 * @param ofContacts columns of the contact list
 * @param ofEvents columns of all logs together
 */
public record AskedColumns(Set<String> ofContacts, Set<String> ofEvents) {}
