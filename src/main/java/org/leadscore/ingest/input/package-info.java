/** Inputs: files, streams and URIs as bytes of UTF-8, unpacked and decoded. */
@NullMarked
package org.leadscore.ingest.input;

import org.jspecify.annotations.NullMarked;
