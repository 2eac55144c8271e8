/** Game days on real machines: what has to be there, who allowed it, and where what is left behind is remembered. */
@NullMarked
package org.rackdrill.cli.real;

import org.jspecify.annotations.NullMarked;
