/** What a person sees: text that fits the terminal, in its encoding, with nothing in it that moves the cursor. */
@NullMarked
package org.rackdrill.cli.terminal;

import org.jspecify.annotations.NullMarked;
