/** The report about one run of a drill, told from its journal. */
@NullMarked
package org.rackdrill.reports.drill;

import org.jspecify.annotations.NullMarked;
