/** Leads as they were at moments of the past, read in one pass over the logs. */
@NullMarked
package org.leadscore.engine.past;

import org.jspecify.annotations.NullMarked;
