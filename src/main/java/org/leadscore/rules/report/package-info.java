/** Columns, language and headings of the reports: the key {@code report}. */
@NullMarked
package org.leadscore.rules.report;

import org.jspecify.annotations.NullMarked;
