/** Turns exports into a history to learn from, and learned points into rules and text. */
@NullMarked
package org.leadscore.history;

import org.jspecify.annotations.NullMarked;
