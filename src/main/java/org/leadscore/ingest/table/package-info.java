/** Tables: a file with a header, read in chunks by any number of threads. */
@NullMarked
package org.leadscore.ingest.table;

import org.jspecify.annotations.NullMarked;
