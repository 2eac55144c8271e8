/** Parts of drills as the text that the reader of drill files makes the same parts of. */
@NullMarked
package org.rackdrill.chaos.drill.writing;

import org.jspecify.annotations.NullMarked;
