/** Events judged by the implicit rules and taken into the states of leads. */
@NullMarked
package org.leadscore.score.event;

import org.jspecify.annotations.NullMarked;
