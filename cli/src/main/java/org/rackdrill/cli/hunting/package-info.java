/** What {@code rackdrill hunt} shows and writes. */
@NullMarked
package org.rackdrill.cli.hunting;

import org.jspecify.annotations.NullMarked;
