/** Tables: the dialects of other tools, turned into ordinary CSV while they are read. */
@NullMarked
package org.leadscore.ingest.foreign;

import org.jspecify.annotations.NullMarked;
