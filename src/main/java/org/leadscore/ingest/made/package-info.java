/** Made columns filled in: the values of blocks of rows made of others, and cells that stand for nothing blanked. */
@NullMarked
package org.leadscore.ingest.made;

import org.jspecify.annotations.NullMarked;
