/** Game days: what breaks on purpose, how it is undone, and what is proven by it. */
@NullMarked
package org.rackdrill.chaos;

import org.jspecify.annotations.NullMarked;
