/** Pages, charts and files, made from results alone. */
@NullMarked
package org.rackdrill.reports;

import org.jspecify.annotations.NullMarked;
