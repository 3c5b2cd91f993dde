/** The page of a calibration or an evaluation: how far to trust the points. Figures come as data, words from the language's file. */
@NullMarked
package org.leadscore.page.learning;

import org.jspecify.annotations.NullMarked;
