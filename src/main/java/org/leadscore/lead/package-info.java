/** Text, numbers, times and points: the values that everything else is made of. */
@NullMarked
package org.leadscore.lead;

import org.jspecify.annotations.NullMarked;
