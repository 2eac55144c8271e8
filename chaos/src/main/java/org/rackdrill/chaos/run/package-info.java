/**
 * The runner: it breaks what a drill says through the {@link org.rackdrill.chaos.run.World} port, takes everything back,
 * proves that, and judges the run from its journal alone.
 *
 * <p>One thread, one loop, no clock but the world's: the same drill in the same simulated world with the same seed gives
 * the same journal, byte for byte.
 */
@NullMarked
package org.rackdrill.chaos.run;

import org.jspecify.annotations.NullMarked;
