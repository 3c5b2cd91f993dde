/** Exports opened and bound to the columns that a plan asks for; counts, progress, threads and memory of their reading. */
@NullMarked
package org.leadscore.engine.files;

import org.jspecify.annotations.NullMarked;
