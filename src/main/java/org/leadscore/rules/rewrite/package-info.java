/** Puts learned numbers into the text of a rule file and leaves all else as it is. */
@NullMarked
package org.leadscore.rules.rewrite;

import org.jspecify.annotations.NullMarked;
