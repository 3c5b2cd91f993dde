/** The pure core: from a contact's fields and the packed state of its events to a score, with every point explained. */
@NullMarked
package org.leadscore.score;

import org.jspecify.annotations.NullMarked;
