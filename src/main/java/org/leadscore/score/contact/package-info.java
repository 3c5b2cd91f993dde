/** Contacts judged by the explicit rules. */
@NullMarked
package org.leadscore.score.contact;

import org.jspecify.annotations.NullMarked;
