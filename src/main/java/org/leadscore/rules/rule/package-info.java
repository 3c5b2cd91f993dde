/** Rules: what earns points, how many, and how they fade. */
@NullMarked
package org.leadscore.rules.rule;

import org.jspecify.annotations.NullMarked;
