/** Follow-up of a score: interests, stages, segments, hand-off, actions, grades, accounts. */
@NullMarked
package org.leadscore.rules.next;

import org.jspecify.annotations.NullMarked;
