@NullMarked
package org.rackdrill.simulator.plan;

import org.jspecify.annotations.NullMarked;
