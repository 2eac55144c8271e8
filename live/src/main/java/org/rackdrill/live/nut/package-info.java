/** What Network UPS Tools say about a UPS, asked over the network. */
@NullMarked
package org.rackdrill.live.nut;

import org.jspecify.annotations.NullMarked;
