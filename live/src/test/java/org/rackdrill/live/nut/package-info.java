@NullMarked
package org.rackdrill.live.nut;

import org.jspecify.annotations.NullMarked;
