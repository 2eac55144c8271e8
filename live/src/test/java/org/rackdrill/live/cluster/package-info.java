@NullMarked
package org.rackdrill.live.cluster;

import org.jspecify.annotations.NullMarked;
