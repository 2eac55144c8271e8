/** Tests of requests and replies. */
@NullMarked
package org.rackdrill.live.host;

import org.jspecify.annotations.NullMarked;
