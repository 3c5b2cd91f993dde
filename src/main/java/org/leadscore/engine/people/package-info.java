/** Pure: which lead an id leads to, through the links between the ids of people. */
@NullMarked
package org.leadscore.engine.people;

import org.jspecify.annotations.NullMarked;
