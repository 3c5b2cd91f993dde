/** The block {@code columns} of a source, and what else it says of its cells, read from YAML. */
@NullMarked
package org.leadscore.rules.columns;

import org.jspecify.annotations.NullMarked;
