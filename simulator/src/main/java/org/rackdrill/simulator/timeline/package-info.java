/**
 * When the manager of a cluster acts: Proxmox VE by scripts that its state machine has written, Pacemaker and keepalived
 * by short timelines of documented times.
 */
@NullMarked
package org.rackdrill.simulator.timeline;

import org.jspecify.annotations.NullMarked;
