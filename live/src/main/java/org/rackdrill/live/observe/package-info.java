/** What the probes of a drill see on real hosts. */
@NullMarked
package org.rackdrill.live.observe;

import org.jspecify.annotations.NullMarked;
