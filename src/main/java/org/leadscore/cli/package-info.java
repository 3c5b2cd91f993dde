/** The command line: the commands by name, and the words and exit code of a failure. */
@NullMarked
package org.leadscore.cli;

import org.jspecify.annotations.NullMarked;
