/** Tests of {@link org.rackdrill.reports.comparison}. */
@NullMarked
package org.rackdrill.reports.comparison;

import org.jspecify.annotations.NullMarked;
