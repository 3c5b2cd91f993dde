/** The text, numbers, times and points that leads and events consist of. Knows no files, no clock and no threads. */
@NullMarked
package org.leadscore.lead;

import org.jspecify.annotations.NullMarked;
