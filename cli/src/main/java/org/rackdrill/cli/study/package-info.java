/** How a person asks for a study: its options, and who computes it. */
@NullMarked
package org.rackdrill.cli.study;

import org.jspecify.annotations.NullMarked;
