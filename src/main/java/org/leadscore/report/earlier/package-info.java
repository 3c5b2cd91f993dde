/** Files that one run leaves and a later one reads: ledger, objections, the earlier ranking, and the changes since. */
@NullMarked
package org.leadscore.report.earlier;

import org.jspecify.annotations.NullMarked;
