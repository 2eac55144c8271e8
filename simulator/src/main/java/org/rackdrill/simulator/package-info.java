/** The simulator: from a lab to results, reproducible bit for bit. */
@NullMarked
package org.rackdrill.simulator;

import org.jspecify.annotations.NullMarked;
