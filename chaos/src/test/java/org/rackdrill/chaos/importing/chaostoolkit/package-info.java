/** Tests of {@code org.rackdrill.chaos.importing.chaostoolkit}. */
@NullMarked
package org.rackdrill.chaos.importing.chaostoolkit;

import org.jspecify.annotations.NullMarked;
