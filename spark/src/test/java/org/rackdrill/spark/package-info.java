@NullMarked
package org.rackdrill.spark;

import org.jspecify.annotations.NullMarked;
