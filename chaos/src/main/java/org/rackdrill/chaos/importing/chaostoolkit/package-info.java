/** Experiments of the Chaos Toolkit, as drills. Nothing in them is run, fetched or looked up. */
@NullMarked
package org.rackdrill.chaos.importing.chaostoolkit;

import org.jspecify.annotations.NullMarked;
