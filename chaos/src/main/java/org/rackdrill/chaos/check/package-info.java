/** What is observed during a drill, and what it is judged by. */
@NullMarked
package org.rackdrill.chaos.check;

import org.jspecify.annotations.NullMarked;
