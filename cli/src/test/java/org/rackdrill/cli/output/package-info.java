/** Tests: files that are whole. */
@NullMarked
package org.rackdrill.cli.output;

import org.jspecify.annotations.NullMarked;
