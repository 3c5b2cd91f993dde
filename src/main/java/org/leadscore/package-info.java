/** The program's front door. */
@NullMarked
package org.leadscore;

import org.jspecify.annotations.NullMarked;
