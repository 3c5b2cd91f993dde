/** Excel workbooks: their sheets as CSV. */
@NullMarked
package org.leadscore.ingest.workbook;

import org.jspecify.annotations.NullMarked;
