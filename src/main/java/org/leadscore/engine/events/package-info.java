/** Events of a run: logs read by all threads into the states of leads. */
@NullMarked
package org.leadscore.engine.events;

import org.jspecify.annotations.NullMarked;
