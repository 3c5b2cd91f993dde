/** The rule file as a whole: read, inspected, held against the headers of the data. */
@NullMarked
package org.leadscore.rules.file;

import org.jspecify.annotations.NullMarked;
