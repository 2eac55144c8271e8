@NullMarked
package org.rackdrill.live.observe;

import org.jspecify.annotations.NullMarked;
