/** Pictures as inline SVG whose colours are the page's variables. */
@NullMarked
package org.rackdrill.reports.chart;

import org.jspecify.annotations.NullMarked;
