/** One class for each physical behaviour. */
@NullMarked
package org.rackdrill.simulator.process;

import org.jspecify.annotations.NullMarked;
