/**
 * What other tools have measured of disks, pools and services: one reader for each of their formats, which takes what it
 * knows, says where a file is not what it should be, and needs no more memory for a long record than for a short one.
 */
@NullMarked
package org.rackdrill.chaos.measurement;

import org.jspecify.annotations.NullMarked;
