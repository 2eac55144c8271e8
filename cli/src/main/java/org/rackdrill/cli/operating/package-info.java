/** Operations from the command line: where, on which lab, how far, and what came of it. */
@NullMarked
package org.rackdrill.cli.operating;

import org.jspecify.annotations.NullMarked;
