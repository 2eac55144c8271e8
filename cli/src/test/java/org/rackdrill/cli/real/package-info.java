/** Tests of drills on real hosts; those that need the sandbox are tagged {@code root}. */
@NullMarked
package org.rackdrill.cli.real;

import org.jspecify.annotations.NullMarked;
