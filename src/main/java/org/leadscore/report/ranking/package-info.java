/** Reports of ranked leads: the ranking, the rejected rows, and the lists that say what to do next. */
@NullMarked
package org.leadscore.report.ranking;

import org.jspecify.annotations.NullMarked;
