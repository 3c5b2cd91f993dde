/** Zip archives: their members as streams, with bounds against traps. */
@NullMarked
package org.leadscore.ingest.archive;

import org.jspecify.annotations.NullMarked;
