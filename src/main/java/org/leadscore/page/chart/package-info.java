/** Pictures of figures: marks on a plane, placed by scales. Pure; the page's templates write them as SVG. */
@NullMarked
package org.leadscore.page.chart;

import org.jspecify.annotations.NullMarked;
