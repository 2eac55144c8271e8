/** Distributions of lifetimes and durations. */
@NullMarked
package org.rackdrill.model.life;

import org.jspecify.annotations.NullMarked;
