/**
 * The real runner, journal and undo on simulated hosts, networks and disks that crash, hang, lie and forget. A seed is a
 * whole history; the same seed gives the same one.
 */
@NullMarked
package org.rackdrill.chaos.run;

import org.jspecify.annotations.NullMarked;
