@NullMarked
package org.rackdrill.chaos.drill;

import org.jspecify.annotations.NullMarked;
