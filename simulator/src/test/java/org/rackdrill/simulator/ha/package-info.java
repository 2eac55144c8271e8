@NullMarked
package org.rackdrill.simulator.ha;

import org.jspecify.annotations.NullMarked;
