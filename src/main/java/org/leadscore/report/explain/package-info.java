/** Texts that explain: one score, the examples of a rule file, the difference between two rule files. */
@NullMarked
package org.leadscore.report.explain;

import org.jspecify.annotations.NullMarked;
