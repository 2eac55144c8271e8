/**
 * A declarative description of what may stand in a lab file. One description serves twice: {@link
 * org.rackdrill.model.reading.LabReader} checks files against it, and {@link org.rackdrill.model.reading.LabSchema} writes
 * it down for editors.
 */
@NullMarked
package org.rackdrill.model.reading.form;

import org.jspecify.annotations.NullMarked;
