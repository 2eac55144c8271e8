/** Tests: from answers to a lab file that runs. */
@NullMarked
package org.rackdrill.cli.init;

import org.jspecify.annotations.NullMarked;
