/** From the ranking to CSV, JSON and text, written whole or not at all. */
@NullMarked
package org.leadscore.report;

import org.jspecify.annotations.NullMarked;
