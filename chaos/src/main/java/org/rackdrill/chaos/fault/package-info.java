/** What is broken or done on purpose, to what, and how it is undone. */
@NullMarked
package org.rackdrill.chaos.fault;

import org.jspecify.annotations.NullMarked;
