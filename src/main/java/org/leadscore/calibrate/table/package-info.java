/** Tables of what was learned and measured, for files and for the terminal. */
@NullMarked
package org.leadscore.calibrate.table;

import org.jspecify.annotations.NullMarked;
