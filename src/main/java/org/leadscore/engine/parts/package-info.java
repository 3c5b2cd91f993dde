/** A run in parts: leads that do not fit into memory are set aside on disk and scored part by part. */
@NullMarked
package org.leadscore.engine.parts;

import org.jspecify.annotations.NullMarked;
