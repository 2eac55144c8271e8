/** A lab in the simulator as a world for drills. */
@NullMarked
package org.rackdrill.chaos.simulated;

import org.jspecify.annotations.NullMarked;
