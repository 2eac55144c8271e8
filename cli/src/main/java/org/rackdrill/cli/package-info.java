/** The command line: wires the other rooms together and prints what they found. */
@NullMarked
package org.rackdrill.cli;

import org.jspecify.annotations.NullMarked;
