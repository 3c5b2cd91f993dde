/**
 * Reads the rule file: a tree with every value's place, checked as a whole, and then a
 * {@link org.leadscore.rules.RuleSet} that can be run.
 */
@NullMarked
package org.leadscore.rules;

import org.jspecify.annotations.NullMarked;
