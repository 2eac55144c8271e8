/** The root-owned helper that does everything on a host: its text, its installation, and a way to run it here. */
@NullMarked
package org.rackdrill.live.helper;

import org.jspecify.annotations.NullMarked;
