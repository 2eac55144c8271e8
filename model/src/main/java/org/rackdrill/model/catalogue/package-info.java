/** Hardware, software and mains statistics with their ranges and sources. */
@NullMarked
package org.rackdrill.model.catalogue;

import org.jspecify.annotations.NullMarked;
