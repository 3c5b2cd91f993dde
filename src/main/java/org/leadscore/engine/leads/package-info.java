/** Leads of a run: their numbers, contacts, outcomes and objections, and their ranking. */
@NullMarked
package org.leadscore.engine.leads;

import org.jspecify.annotations.NullMarked;
