/** Learns points from a history, tries them on rows not learned from, and says what is doubtful. */
@NullMarked
package org.leadscore.calibrate;

import org.jspecify.annotations.NullMarked;
