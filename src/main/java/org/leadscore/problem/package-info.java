/** The failures and messages of the program: place, message, exit code, said so that the user can mend the fault. */
@NullMarked
package org.leadscore.problem;

import org.jspecify.annotations.NullMarked;
