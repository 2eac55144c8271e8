/** What stays with the rack of a sandbox while it is up: power strip, mains and UPS, delayed lines. Needs nothing but a JDK. */
@NullMarked
package org.rackdrill.live.sandbox.attendant;

import org.jspecify.annotations.NullMarked;
