/** Whether a lab can carry what is asked of it: its disks here, beside what else runs short. */
@NullMarked
package org.rackdrill.simulator.capacity;

import org.jspecify.annotations.NullMarked;
