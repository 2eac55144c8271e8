/** A real browser, driven over its debugging protocol with nothing but the JDK. */
@NullMarked
package org.rackdrill.reports.browser;

import org.jspecify.annotations.NullMarked;
