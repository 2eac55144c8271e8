/** From an answer to the files and lines that a person keeps. */
@NullMarked
package org.rackdrill.cli.output;

import org.jspecify.annotations.NullMarked;
