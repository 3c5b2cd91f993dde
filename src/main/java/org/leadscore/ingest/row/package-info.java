/** Rows and rejects: the records of a chunk, cut into fields. */
@NullMarked
package org.leadscore.ingest.row;

import org.jspecify.annotations.NullMarked;
