/** Turns exports of the past into a history of leads and outcomes, and learned points into rules and reports. */
@NullMarked
package org.leadscore.history;

import org.jspecify.annotations.NullMarked;
