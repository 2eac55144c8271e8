/** The simulator against answers that are known without it. */
@NullMarked
package org.rackdrill.simulator.validation;

import org.jspecify.annotations.NullMarked;
