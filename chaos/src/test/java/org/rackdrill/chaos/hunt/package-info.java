@NullMarked
package org.rackdrill.chaos.hunt;

import org.jspecify.annotations.NullMarked;
