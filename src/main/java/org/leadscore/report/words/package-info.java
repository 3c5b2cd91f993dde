/** The words of the pages and of the files that people read, in their languages; numbers and dates as each writes them. */
@NullMarked
package org.leadscore.report.words;

import org.jspecify.annotations.NullMarked;
