/** The described system as immutable records that read like the lab file. */
@NullMarked
package org.rackdrill.model.lab;

import org.jspecify.annotations.NullMarked;
