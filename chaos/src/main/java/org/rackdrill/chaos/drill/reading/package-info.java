/** From a drill file to a drill: every problem with its line, and the schema that editors use. */
@NullMarked
package org.rackdrill.chaos.drill.reading;

import org.jspecify.annotations.NullMarked;
