/** A first rule file, guessed from the headers and first rows of exports. Guesses are said to be guesses, and what cannot be guessed is asked for. */
@NullMarked
package org.leadscore.draft;

import org.jspecify.annotations.NullMarked;
