/** The simulated world: a lab in the simulator, in which drills cost nothing and take no time. */
@NullMarked
package org.rackdrill.chaos.simulated;

import org.jspecify.annotations.NullMarked;
