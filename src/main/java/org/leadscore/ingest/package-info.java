/** Reads exports as they come: files, compression, encodings, dialects, and the rows in them, good and bad. */
@NullMarked
package org.leadscore.ingest;

import org.jspecify.annotations.NullMarked;
