/** The checked rule file: the only form that can be run. */
@NullMarked
package org.leadscore.rules;

import org.jspecify.annotations.NullMarked;
