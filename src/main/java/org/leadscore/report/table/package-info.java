/** Tables: cells, rows and columns as CSV and as aligned text. */
@NullMarked
package org.leadscore.report.table;

import org.jspecify.annotations.NullMarked;
