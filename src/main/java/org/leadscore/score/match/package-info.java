/** Conditions compiled to questions about single values, and answered once for each distinct value. */
@NullMarked
package org.leadscore.score.match;

import org.jspecify.annotations.NullMarked;
