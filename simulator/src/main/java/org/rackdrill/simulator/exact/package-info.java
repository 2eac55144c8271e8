/** Small Markov chains, solved without subtraction. */
@NullMarked
package org.rackdrill.simulator.exact;

import org.jspecify.annotations.NullMarked;
