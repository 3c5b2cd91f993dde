/** Temporary files for records that do not fit into memory, by shard or in order. */
@NullMarked
package org.leadscore.spill;

import org.jspecify.annotations.NullMarked;
