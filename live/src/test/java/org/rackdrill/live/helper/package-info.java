/** Tests of the helper: the real program, as a process of its own. */
@NullMarked
package org.rackdrill.live.helper;

import org.jspecify.annotations.NullMarked;
