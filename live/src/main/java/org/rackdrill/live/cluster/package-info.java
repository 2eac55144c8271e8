/** What Pacemaker, Corosync and Proxmox VE say about who votes and who runs what. */
@NullMarked
package org.rackdrill.live.cluster;

import org.jspecify.annotations.NullMarked;
