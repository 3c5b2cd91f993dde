/** All figures of a calibration or an evaluation as data, for the page and for programs. */
@NullMarked
package org.leadscore.history.figures;

import org.jspecify.annotations.NullMarked;
