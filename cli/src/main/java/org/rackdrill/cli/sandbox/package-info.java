/** What the commands of the sandbox have in common. */
@NullMarked
package org.rackdrill.cli.sandbox;

import org.jspecify.annotations.NullMarked;
