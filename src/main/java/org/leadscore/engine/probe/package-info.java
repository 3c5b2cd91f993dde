/** Exports held against rules, for people who check both: cells, words, and whom each rule gives points. */
@NullMarked
package org.leadscore.engine.probe;

import org.jspecify.annotations.NullMarked;
