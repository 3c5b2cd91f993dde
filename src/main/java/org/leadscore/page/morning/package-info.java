/** The page of a run of {@code score}: whom to call, and why. Figures come from the summary, words from the language's file. */
@NullMarked
package org.leadscore.page.morning;

import org.jspecify.annotations.NullMarked;
