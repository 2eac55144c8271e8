/**
 * The HA manager of Proxmox VE as one state machine: {@link org.rackdrill.simulator.ha.HaMachine} is a function of a
 * state and an observation; clocks, quorum, the shared filesystem, watchdogs and guests are seen and acted on through
 * observations and actions alone.
 */
@NullMarked
package org.rackdrill.simulator.ha;

import org.jspecify.annotations.NullMarked;
