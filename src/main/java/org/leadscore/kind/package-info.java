/** Judges what kind of text a field holds: a free mailbox, a telephone number, letters typed at random. */
@NullMarked
package org.leadscore.kind;

import org.jspecify.annotations.NullMarked;
