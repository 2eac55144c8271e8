/** A drill in the making, from a file of another project, and everything that its reader has to be told about it. */
@NullMarked
package org.rackdrill.chaos.importing.draft;

import org.jspecify.annotations.NullMarked;
