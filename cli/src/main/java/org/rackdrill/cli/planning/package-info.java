/** From options as people write them to a study of what to buy, and back. */
@NullMarked
package org.rackdrill.cli.planning;

import org.jspecify.annotations.NullMarked;
