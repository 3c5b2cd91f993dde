/** Drafts a first rule file from the headers and first rows of exports. */
@NullMarked
package org.leadscore.draft;

import org.jspecify.annotations.NullMarked;
