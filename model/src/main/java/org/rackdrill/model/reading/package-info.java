/** From a lab file to a {@link org.rackdrill.model.lab.Lab}, or to the list of everything that is wrong with it. */
@NullMarked
package org.rackdrill.model.reading;

import org.jspecify.annotations.NullMarked;
