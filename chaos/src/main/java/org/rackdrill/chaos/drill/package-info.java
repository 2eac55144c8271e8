/** A game day as records, and the reader of drill files. */
@NullMarked
package org.rackdrill.chaos.drill;

import org.jspecify.annotations.NullMarked;
