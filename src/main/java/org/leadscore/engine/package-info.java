/** Runs the core over whole exports with as many threads as there are. */
@NullMarked
package org.leadscore.engine;

import org.jspecify.annotations.NullMarked;
