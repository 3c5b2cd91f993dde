/** What a lead and an event consist of: text, numbers, times and points. Knows no files, no clock and no threads. */
@NullMarked
package org.leadscore.lead;

import org.jspecify.annotations.NullMarked;
