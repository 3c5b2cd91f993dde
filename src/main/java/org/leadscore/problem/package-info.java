/** What can go wrong, said so that the user can mend it: place, message, exit code. */
@NullMarked
package org.leadscore.problem;

import org.jspecify.annotations.NullMarked;
