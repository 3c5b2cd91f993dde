/** What does not fit into memory: records in temporary files, by shard or in order. */
@NullMarked
package org.leadscore.spill;

import org.jspecify.annotations.NullMarked;
