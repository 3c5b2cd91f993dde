/** The summary of a run, as text and as JSON, and the set of files that it names. */
@NullMarked
package org.leadscore.report.summary;

import org.jspecify.annotations.NullMarked;
