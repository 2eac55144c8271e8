/** What systemd says about its units. */
@NullMarked
package org.rackdrill.live.systemd;

import org.jspecify.annotations.NullMarked;
