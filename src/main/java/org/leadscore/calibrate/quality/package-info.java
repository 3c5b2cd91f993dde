/** Measures of quality: how well points rank, with their uncertainty. */
@NullMarked
package org.leadscore.calibrate.quality;

import org.jspecify.annotations.NullMarked;
