@NullMarked
package org.rackdrill.live.sandbox.attendant;

import org.jspecify.annotations.NullMarked;
