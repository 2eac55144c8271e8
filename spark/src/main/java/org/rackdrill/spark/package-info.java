/** Many machines for one study, assigned by a Spark master. Nothing here simulates: histories run where they always do. */
@NullMarked
package org.rackdrill.spark;

import org.jspecify.annotations.NullMarked;
