/** Runs of drills by the real runner, in a world whose troubles are written down, and what a report makes of them. */
@NullMarked
package org.rackdrill.reports.drill;

import org.jspecify.annotations.NullMarked;
