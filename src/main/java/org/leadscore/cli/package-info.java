/** The commands: options in, exit codes and words out. */
@NullMarked
package org.leadscore.cli;

import org.jspecify.annotations.NullMarked;
