/** Eight questions, and the lab file that their answers make. */
@NullMarked
package org.rackdrill.cli.init;

import org.jspecify.annotations.NullMarked;
