/** Tests of {@link org.rackdrill.reports.chart}. */
@NullMarked
package org.rackdrill.reports.chart;

import org.jspecify.annotations.NullMarked;
