/** The face of the engine: scores whole exports, compares rule sets, runs examples. */
@NullMarked
package org.leadscore.engine;

import org.jspecify.annotations.NullMarked;
