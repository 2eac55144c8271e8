/** Questions put to the simulator, and their answers as plain records. */
@NullMarked
package org.rackdrill.simulator.study;

import org.jspecify.annotations.NullMarked;
