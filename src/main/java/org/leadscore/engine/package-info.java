/**
 * Runs the core over whole exports with several threads: directory of leads, states, ranking; in memory, in parts on
 * disk, or on a cluster.
 */
@NullMarked
package org.leadscore.engine;

import org.jspecify.annotations.NullMarked;
