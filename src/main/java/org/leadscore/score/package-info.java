/**
 * The pure core: computes a score, with every point explained, from a contact's fields and the packed state of its
 * events.
 */
@NullMarked
package org.leadscore.score;

import org.jspecify.annotations.NullMarked;
