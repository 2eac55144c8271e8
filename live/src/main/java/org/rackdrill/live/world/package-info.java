/** Real machines as a world for drills: which host does what, how it is asked, and what was seen of it. */
@NullMarked
package org.rackdrill.live.world;

import org.jspecify.annotations.NullMarked;
