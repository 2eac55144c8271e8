@NullMarked
package org.rackdrill.live.zfs;

import org.jspecify.annotations.NullMarked;
