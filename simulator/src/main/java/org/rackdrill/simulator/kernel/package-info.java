/** The event kernel and its random streams. */
@NullMarked
package org.rackdrill.simulator.kernel;

import org.jspecify.annotations.NullMarked;
