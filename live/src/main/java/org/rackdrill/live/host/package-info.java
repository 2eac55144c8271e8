/** One host, and what can be asked of it. */
@NullMarked
package org.rackdrill.live.host;

import org.jspecify.annotations.NullMarked;
