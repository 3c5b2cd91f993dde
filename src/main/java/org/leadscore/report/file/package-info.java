/** Files of a run: claimed first, written beside their places, and moved there together. */
@NullMarked
package org.leadscore.report.file;

import org.jspecify.annotations.NullMarked;
