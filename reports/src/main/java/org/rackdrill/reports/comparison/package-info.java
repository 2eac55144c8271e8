/** What a report about several labs says. */
@NullMarked
package org.rackdrill.reports.comparison;

import org.jspecify.annotations.NullMarked;
