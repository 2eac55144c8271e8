/** Typed amounts: the unit is the type. Durations are {@link java.time.Duration}. */
@NullMarked
package org.rackdrill.model.quantity;

import org.jspecify.annotations.NullMarked;
