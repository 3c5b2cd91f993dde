/** The rows to learn from: leads at moments of the past, with their entries and outcomes. */
@NullMarked
package org.leadscore.calibrate.rows;

import org.jspecify.annotations.NullMarked;
