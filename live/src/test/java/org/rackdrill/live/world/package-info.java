/** Tests of the world of real machines. */
@NullMarked
package org.rackdrill.live.world;

import org.jspecify.annotations.NullMarked;
