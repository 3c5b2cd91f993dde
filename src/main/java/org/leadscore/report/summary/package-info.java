/** The summary of a run, as text and as JSON. */
@NullMarked
package org.leadscore.report.summary;

import org.jspecify.annotations.NullMarked;
