/** Calibration for people: which files it may use, and what it says of them. */
@NullMarked
package org.rackdrill.cli.calibrating;

import org.jspecify.annotations.NullMarked;
