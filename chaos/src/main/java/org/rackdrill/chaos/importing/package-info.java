/** Reads what other projects have recorded, and judges our models by it. */
@NullMarked
package org.rackdrill.chaos.importing;

import org.jspecify.annotations.NullMarked;
