/** Lines, quotes and chunks: the borders of records, found in bytes. */
@NullMarked
package org.leadscore.ingest.scan;

import org.jspecify.annotations.NullMarked;
