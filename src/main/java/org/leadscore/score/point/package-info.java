/** Points and scores with their contributions and explanations. */
@NullMarked
package org.leadscore.score.point;

import org.jspecify.annotations.NullMarked;
