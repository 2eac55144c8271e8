/** Tests: what LAB means. */
@NullMarked
package org.rackdrill.cli.input;

import org.jspecify.annotations.NullMarked;
