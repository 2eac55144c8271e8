/**
 * Calibration: what was measured in a lab makes what its file says of it more exact. The file's values and ranges are what
 * is believed before, journals of drills are what was seen, and the simulator says how the one depends on the other.
 */
@NullMarked
package org.rackdrill.chaos.calibration;

import org.jspecify.annotations.NullMarked;
