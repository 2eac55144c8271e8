@NullMarked
package org.rackdrill.chaos.calibration;

import org.jspecify.annotations.NullMarked;
