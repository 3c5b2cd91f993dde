/** Problems: places in files, messages, and exit codes. */
@NullMarked
package org.leadscore.problem;

import org.jspecify.annotations.NullMarked;
