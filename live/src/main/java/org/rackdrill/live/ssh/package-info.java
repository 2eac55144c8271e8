/** Hosts behind SSH: who they are, whether we believe it, and asking them for one thing within a time that holds. */
@NullMarked
package org.rackdrill.live.ssh;

import org.jspecify.annotations.NullMarked;
