/** Outputs of real programs, and what happens to them on the way. */
@NullMarked
package org.rackdrill.live.recorded;

import org.jspecify.annotations.NullMarked;
