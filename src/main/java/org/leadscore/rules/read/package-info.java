/** Reads a rule file: from the YAML tree to the checked rules, with all problems at once. */
@NullMarked
package org.leadscore.rules.read;

import org.jspecify.annotations.NullMarked;
