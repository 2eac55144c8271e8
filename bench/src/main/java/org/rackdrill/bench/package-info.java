/** What the simulator costs, measured; nothing here judges a number. */
@NullMarked
package org.rackdrill.bench;

import org.jspecify.annotations.NullMarked;
