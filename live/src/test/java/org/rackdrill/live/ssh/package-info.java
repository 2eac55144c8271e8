/** The SSH side against real daemons of OpenSSH, and against peers that are none. */
@NullMarked
package org.rackdrill.live.ssh;

import org.jspecify.annotations.NullMarked;
