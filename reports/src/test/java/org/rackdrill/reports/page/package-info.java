/** Tests of {@link org.rackdrill.reports.page}. */
@NullMarked
package org.rackdrill.reports.page;

import org.jspecify.annotations.NullMarked;
