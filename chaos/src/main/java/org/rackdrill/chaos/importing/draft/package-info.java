/** Drills in the making from files of other projects, what their reader has to be told, and documents whose values know their place. */
@NullMarked
package org.rackdrill.chaos.importing.draft;

import org.jspecify.annotations.NullMarked;
