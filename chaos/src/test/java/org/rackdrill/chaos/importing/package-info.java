@NullMarked
package org.rackdrill.chaos.importing;

import org.jspecify.annotations.NullMarked;
