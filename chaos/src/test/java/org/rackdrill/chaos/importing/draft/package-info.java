/** Tests of {@code org.rackdrill.chaos.importing.draft}. */
@NullMarked
package org.rackdrill.chaos.importing.draft;

import org.jspecify.annotations.NullMarked;
