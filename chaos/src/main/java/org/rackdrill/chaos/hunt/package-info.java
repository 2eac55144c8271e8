/** The search for the smallest sets of faults that break a goal, and what is made of them. */
@NullMarked
package org.rackdrill.chaos.hunt;

import org.jspecify.annotations.NullMarked;
