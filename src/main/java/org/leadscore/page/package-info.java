/** A report as one page of HTML, made from the templates in src/main/jte. */
@NullMarked
package org.leadscore.page;

import org.jspecify.annotations.NullMarked;
