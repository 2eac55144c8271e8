/** Real hosts: how they are reached, broken, mended, worked on and looked at, and the sandbox that is made of some. */
@NullMarked
package org.rackdrill.live;

import org.jspecify.annotations.NullMarked;
