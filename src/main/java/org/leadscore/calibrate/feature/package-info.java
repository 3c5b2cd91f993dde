/** Features: rules made ready for learning, with the tables that they asked for and their counts. */
@NullMarked
package org.leadscore.calibrate.feature;

import org.jspecify.annotations.NullMarked;
