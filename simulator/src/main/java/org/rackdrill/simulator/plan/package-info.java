/** What to buy: which of many combinations of options serves a lab best for its money. */
@NullMarked
package org.rackdrill.simulator.plan;

import org.jspecify.annotations.NullMarked;
