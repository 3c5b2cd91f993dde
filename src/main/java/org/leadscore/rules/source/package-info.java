/** Sources: where the data stands and how it is written. */
@NullMarked
package org.leadscore.rules.source;

import org.jspecify.annotations.NullMarked;
