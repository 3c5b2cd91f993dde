/** Decides what happens next with a scored lead: stage, interest, segment, hand-off, action, account. */
@NullMarked
package org.leadscore.segment;

import org.jspecify.annotations.NullMarked;
