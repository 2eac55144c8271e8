/** What is behind each cause of downtime, in words and formulas, for whoever wants to check it. */
@NullMarked
package org.rackdrill.simulator.explained;

import org.jspecify.annotations.NullMarked;
