@NullMarked
package org.rackdrill.live.sandbox;

import org.jspecify.annotations.NullMarked;
