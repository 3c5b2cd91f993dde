/** Conditions: questions about values of contacts, events and leads. */
@NullMarked
package org.leadscore.rules.condition;

import org.jspecify.annotations.NullMarked;
