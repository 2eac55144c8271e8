/** What a report about a simulation says, section by section. */
@NullMarked
package org.rackdrill.reports.simulation;

import org.jspecify.annotations.NullMarked;
