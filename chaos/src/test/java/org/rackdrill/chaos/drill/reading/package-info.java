@NullMarked
package org.rackdrill.chaos.drill.reading;

import org.jspecify.annotations.NullMarked;
