/** The commands: turn options into jobs, and results into words and exit codes. */
@NullMarked
package org.leadscore.cli;

import org.jspecify.annotations.NullMarked;
