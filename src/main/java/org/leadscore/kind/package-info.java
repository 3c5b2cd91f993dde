/** Kinds of text that a field may hold: mail domains, phones, letters typed at random. */
@NullMarked
package org.leadscore.kind;

import org.jspecify.annotations.NullMarked;
