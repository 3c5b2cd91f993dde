/** Scores a lead: from its contact and its events to points, and from points to a score. */
@NullMarked
package org.leadscore.score;

import org.jspecify.annotations.NullMarked;
