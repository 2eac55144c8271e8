/** What other projects have written or recorded, on its way into ours. */
@NullMarked
package org.rackdrill.cli.importing;

import org.jspecify.annotations.NullMarked;
