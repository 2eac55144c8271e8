/** Estimates with their intervals. */
@NullMarked
package org.rackdrill.simulator.statistics;

import org.jspecify.annotations.NullMarked;
