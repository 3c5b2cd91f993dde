/** YAML with the place of every value, and its values read as text, numbers, durations and lists. */
@NullMarked
package org.leadscore.rules.yaml;

import org.jspecify.annotations.NullMarked;
