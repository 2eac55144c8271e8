/** The answer to what to buy, in words and pictures. */
@NullMarked
package org.rackdrill.reports.plan;

import org.jspecify.annotations.NullMarked;
