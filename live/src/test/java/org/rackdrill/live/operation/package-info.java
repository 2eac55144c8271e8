@NullMarked
package org.rackdrill.live.operation;

import org.jspecify.annotations.NullMarked;
