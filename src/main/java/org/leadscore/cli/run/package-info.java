/** The surroundings of a run: clock, streams, directory, progress, and files that must not be mixed up. */
@NullMarked
package org.leadscore.cli.run;

import org.jspecify.annotations.NullMarked;
