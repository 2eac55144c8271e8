/** Sequences of NUT's dummy-ups driver, as drills. */
@NullMarked
package org.rackdrill.chaos.importing.nut;

import org.jspecify.annotations.NullMarked;
