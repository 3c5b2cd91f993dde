/** The command score: from its options to the reports of a morning. */
@NullMarked
package org.leadscore.cli.score;

import org.jspecify.annotations.NullMarked;
