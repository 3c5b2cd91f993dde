/** The commands about a rule file: check, test, diff, explain, init and schema. */
@NullMarked
package org.leadscore.cli.rule;

import org.jspecify.annotations.NullMarked;
