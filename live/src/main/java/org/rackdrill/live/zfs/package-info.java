/** What ZFS and the tools around it say, of every kind and version, read into one set of words. */
@NullMarked
package org.rackdrill.live.zfs;

import org.jspecify.annotations.NullMarked;
