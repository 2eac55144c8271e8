/** Tests against real programs. */
@NullMarked
package org.rackdrill.live;

import org.jspecify.annotations.NullMarked;
