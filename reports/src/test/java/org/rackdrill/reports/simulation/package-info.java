/** Tests of {@link org.rackdrill.reports.simulation}. */
@NullMarked
package org.rackdrill.reports.simulation;

import org.jspecify.annotations.NullMarked;
