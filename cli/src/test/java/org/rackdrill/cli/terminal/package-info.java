/** Tests: text that is safe and fits. */
@NullMarked
package org.rackdrill.cli.terminal;

import org.jspecify.annotations.NullMarked;
