/** What leads were like in the past and what became of them: from exports to a history, and from what was learned to rules. */
@NullMarked
package org.leadscore.history;

import org.jspecify.annotations.NullMarked;
