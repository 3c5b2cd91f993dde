/** Writes the ranking and all other reports as CSV, JSON and text, each file whole or not at all. */
@NullMarked
package org.leadscore.report;

import org.jspecify.annotations.NullMarked;
