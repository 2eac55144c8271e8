/** What every page is made of: escaped elements, the sheet around them, and numbers as people read them. */
@NullMarked
package org.rackdrill.reports.page;

import org.jspecify.annotations.NullMarked;
