/** Works out what happens next with a scored lead: standing, hand-off, actions. Pure: knows no files and no clock. */
@NullMarked
package org.leadscore.segment;

import org.jspecify.annotations.NullMarked;
