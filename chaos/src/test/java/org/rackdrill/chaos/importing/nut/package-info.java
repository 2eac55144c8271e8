/** Tests of {@code org.rackdrill.chaos.importing.nut}. */
@NullMarked
package org.rackdrill.chaos.importing.nut;

import org.jspecify.annotations.NullMarked;
