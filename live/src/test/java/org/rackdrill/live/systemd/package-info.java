@NullMarked
package org.rackdrill.live.systemd;

import org.jspecify.annotations.NullMarked;
