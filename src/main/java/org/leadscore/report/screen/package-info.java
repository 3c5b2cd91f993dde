/** Text laid out for a terminal: widths in columns, lines and tables that fit, and colours by meaning. */
@NullMarked
package org.leadscore.report.screen;

import org.jspecify.annotations.NullMarked;
