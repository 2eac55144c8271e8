/** Tests of the house itself: who may use whom, what no room may do, and whether the files are tidy. */
@NullMarked
package org.rackdrill.cli.house;

import org.jspecify.annotations.NullMarked;
