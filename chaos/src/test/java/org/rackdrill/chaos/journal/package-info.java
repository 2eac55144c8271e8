/** Every cut, every flipped bit, every call that fails. */
@NullMarked
package org.rackdrill.chaos.journal;

import org.jspecify.annotations.NullMarked;
