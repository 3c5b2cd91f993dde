/**
 * Guesses a first rule file from the headers and first rows of exports. Guesses are marked as guesses, and the user is
 * asked for what cannot be guessed.
 */
@NullMarked
package org.leadscore.draft;

import org.jspecify.annotations.NullMarked;
