/** Game days: how a drill is read, run, shown and drawn again. */
@NullMarked
package org.rackdrill.cli.game;

import org.jspecify.annotations.NullMarked;
