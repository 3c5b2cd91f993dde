/** Counters and the states that they keep of each lead, packed in words. */
@NullMarked
package org.leadscore.score.count;

import org.jspecify.annotations.NullMarked;
