/** The commands that learn from the past: calibrate, evaluate and discover. */
@NullMarked
package org.leadscore.cli.past;

import org.jspecify.annotations.NullMarked;
