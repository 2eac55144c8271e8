/** What happens too seldom to wait for: splitting, failure biasing, and small chains solved exactly. */
@NullMarked
package org.rackdrill.simulator.rare;

import org.jspecify.annotations.NullMarked;
