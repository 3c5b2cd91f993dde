/** Records on disk in temporary files, for what does not fit into memory. */
@NullMarked
package org.leadscore.spill;

import org.jspecify.annotations.NullMarked;
