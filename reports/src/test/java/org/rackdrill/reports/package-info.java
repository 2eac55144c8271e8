/** What a report says, and what a browser makes of it. */
@NullMarked
package org.rackdrill.reports;

import org.jspecify.annotations.NullMarked;
