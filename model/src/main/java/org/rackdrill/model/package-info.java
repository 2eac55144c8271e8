/** The described lab: immutable records that know nothing of simulation. */
@NullMarked
package org.rackdrill.model;

import org.jspecify.annotations.NullMarked;
