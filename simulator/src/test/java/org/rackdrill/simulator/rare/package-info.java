@NullMarked
package org.rackdrill.simulator.rare;

import org.jspecify.annotations.NullMarked;
