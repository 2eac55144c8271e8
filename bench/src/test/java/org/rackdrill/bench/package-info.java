@NullMarked
package org.rackdrill.bench;

import org.jspecify.annotations.NullMarked;
