/** One simulated history: the processes on one clock, and the ledger of what was down. */
@NullMarked
package org.rackdrill.simulator.history;

import org.jspecify.annotations.NullMarked;
