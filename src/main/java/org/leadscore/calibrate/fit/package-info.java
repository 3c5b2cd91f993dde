/** Methods of learning: from counts and outcomes to weights. */
@NullMarked
package org.leadscore.calibrate.fit;

import org.jspecify.annotations.NullMarked;
