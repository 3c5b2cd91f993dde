/** The files that a source names, found, and the tables within archives and workbooks. */
@NullMarked
package org.leadscore.ingest.source;

import org.jspecify.annotations.NullMarked;
