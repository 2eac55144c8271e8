/** Records to JSON and back, without looking at more than the records themselves. */
@NullMarked
package org.rackdrill.reports.json;

import org.jspecify.annotations.NullMarked;
