/** All rows of the sources that are about some leads, for the person who asks what is held about them. */
@NullMarked
package org.leadscore.engine.held;

import org.jspecify.annotations.NullMarked;
