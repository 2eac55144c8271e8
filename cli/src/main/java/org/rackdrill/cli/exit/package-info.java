/** How a command ends, and what it says then. */
@NullMarked
package org.rackdrill.cli.exit;

import org.jspecify.annotations.NullMarked;
