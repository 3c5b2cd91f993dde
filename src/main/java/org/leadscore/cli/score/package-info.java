/** The commands score, from its options to the reports of a morning, and verify, which holds these against their summary. */
@NullMarked
package org.leadscore.cli.score;

import org.jspecify.annotations.NullMarked;
