/** What a person at a terminal may expect of us. */
@NullMarked
package org.rackdrill.cli;

import org.jspecify.annotations.NullMarked;
