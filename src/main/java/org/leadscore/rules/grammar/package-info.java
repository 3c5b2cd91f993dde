/** Shapes of values, from which the JSON Schema of the rule file is built, and the size of patterns. */
@NullMarked
package org.leadscore.rules.grammar;

import org.jspecify.annotations.NullMarked;
