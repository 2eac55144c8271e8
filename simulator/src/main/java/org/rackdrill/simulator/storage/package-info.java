/**
 * Storage at the level of single requests: devices with their queues, caches, and the layouts that turn one request into
 * several operations. Times are in milliseconds here, in the future-event list too.
 */
@NullMarked
package org.rackdrill.simulator.storage;

import org.jspecify.annotations.NullMarked;
