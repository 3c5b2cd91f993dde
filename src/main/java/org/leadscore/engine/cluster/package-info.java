/** A run on a cluster: its machines read the logs, this one puts the states together. */
@NullMarked
package org.leadscore.engine.cluster;

import org.jspecify.annotations.NullMarked;
