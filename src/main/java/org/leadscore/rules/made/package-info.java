/** Columns that no export has, and that are made of one that it has: how a value is made of another. */
@NullMarked
package org.leadscore.rules.made;

import org.jspecify.annotations.NullMarked;
