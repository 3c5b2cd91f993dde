/** Learns points from a history of leads and who of them became customers, and measures how good points are. */
@NullMarked
package org.leadscore.calibrate;

import org.jspecify.annotations.NullMarked;
