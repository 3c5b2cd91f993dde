/** The JSON Schema of the rule file, for editors. */
@NullMarked
package org.leadscore.rules.schema;

import org.jspecify.annotations.NullMarked;
