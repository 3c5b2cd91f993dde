/** What happens next with a scored lead. Pure: knows no files and no clock. */
@NullMarked
package org.leadscore.segment;

import org.jspecify.annotations.NullMarked;
