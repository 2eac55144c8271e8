/** The lab in the flat form in which it is simulated: numbered components, a Boolean structure, parameters with their ranges. */
@NullMarked
package org.rackdrill.simulator.compiled;

import org.jspecify.annotations.NullMarked;
