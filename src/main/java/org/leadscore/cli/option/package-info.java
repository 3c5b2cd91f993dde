/** Options that several commands share, as values that have been checked. */
@NullMarked
package org.leadscore.cli.option;

import org.jspecify.annotations.NullMarked;
