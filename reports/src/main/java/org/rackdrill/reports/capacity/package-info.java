/** The page about the capacity of a lab: what is short, today and later. */
@NullMarked
package org.rackdrill.reports.capacity;

import org.jspecify.annotations.NullMarked;
